import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardPage } from '../page/BoardPage.ts';
import { HAND_MS, type Press, press } from './presses.ts';

const WORD = 'aria-description';
/** One button as large as a dish, that says so when it was pressed. Nothing else is on the glass, and nothing happens beside. */
const PLAIN = `<style>body{margin:0;background:#000}button{width:300px;height:60px;background:#234;color:#fff}</style>
<button ${WORD}="no">A dish</button>`;

/** The same finger, glass and probe with the least a page can do: what of a press is the browser's and the measuring's, and nobody's to save. */
export async function pressPlain(board: BoardPage, times: number): Promise<Press[]> {
  const { page } = board;
  // Written into an open page it would take the probe's listeners away with what stood there before.
  await page.goto(`data:text/html,${encodeURIComponent(PLAIN)}`);
  await page.evaluate((word) => {
    const button = document.querySelector('button');
    button?.addEventListener('pointerup', () => {
      const isSo = button.getAttribute(word) === 'yes';
      button.setAttribute(word, isSo ? 'no' : 'yes');
      button.textContent = isSo ? 'A dish' : 'A dish that is ready';
    });
  }, WORD);
  const presses: Press[] = [];
  for (let n = 0; n < times; n += 1) {
    await sleep(HAND_MS);
    const attribute = { name: WORD, value: n % 2 === 0 ? 'yes' : 'no', isSo: true };
    const made = await press(board, { x: 150, y: 30, wanted: { selector: 'button', attribute } });
    if (made === null) throw new Error('the plain page did not show a press');
    presses.push(made);
  }
  return presses;
}
