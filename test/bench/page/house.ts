import { type MeasuredHub, startHeardHub } from '../hub/measuredHub.ts';
import { connectPos, type Pos } from '../load/pos.ts';
import type { Build } from '../processes.ts';
import { type HeardScreen, openHeardScreen } from '../screens/heardScreen.ts';
import { BoardPage, type BoardPageOptions } from './BoardPage.ts';

/** A hub, a POS, one screen in a real browser, and a cook who presses and sees but gives no receipts. */
export interface House {
  readonly hub: MeasuredHub;
  readonly pos: Pos;
  readonly cook: HeardScreen;
  readonly board: BoardPage;
  readonly end: () => Promise<void>;
}

export interface HouseOptions extends Omit<BoardPageOptions, 'url'> {
  readonly build: Build;
  readonly profile: string | null;
  readonly config?: unknown;
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { build, profile, config, ...page } = options;
  const hub = await startHeardHub(build, config === undefined ? { profile } : { profile, config });
  const { url, posToken, screenToken: token } = hub;
  const opened: Array<{ close(): unknown }> = [];
  const end = async () => {
    for (const one of opened) await one.close();
    await hub.end();
  };
  try {
    const pos = await connectPos(url, posToken);
    opened.push(pos);
    const cook = await openHeardScreen({ url, token, build: build.id, name: 'cook', givesReceipts: false });
    opened.push(cook);
    const board = await BoardPage.open({ ...page, url });
    opened.push(board);
    return { hub, pos, cook, board, end };
  } catch (error) {
    await end();
    throw error;
  }
}
