import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'playwright';
import type { Random } from '../../../shared/demo/random.ts';
import type { NightScreen } from './NightScreen.ts';
import type { Look, Thing } from './noted.ts';

/** A hand at one screen: presses a thing that it has just seen. False: it cannot come to it. */
export interface NightHand {
  readonly press: (thing: Thing, look: Look) => Promise<boolean>;
  readonly turnPage: (look: Look) => Promise<void>;
  /** A bar shows its keys from the first press on. */
  readonly wake: () => Promise<void>;
}

/** From seeing to the finger on the glass, and the finger's stay there. */
const REACH_MS = [0, 250] as const;
const STAY_MS = [15, 160] as const;
const FINGER_RADIUS_PX = 15;

/** Fingers, as the browser's own touch input. */
export async function touchHand(screen: NightScreen, random: Random): Promise<NightHand> {
  const session: CDPSession = await screen.page.context().newCDPSession(screen.page);
  const tell = (type: 'touchStart' | 'touchEnd', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map((at) => ({ ...at, radiusX: FINGER_RADIUS_PX, radiusY: FINGER_RADIUS_PX })),
    });
  const press: NightHand['press'] = async (thing, { at }) => {
    if (!thing.isFree) return false;
    await sleep(random.between(...REACH_MS));
    screen.means({ thing, seenAt: at });
    await tell('touchStart', [{ x: thing.x, y: thing.y }]);
    await sleep(random.between(...STAY_MS));
    await tell('touchEnd', []);
    return true;
  };
  return {
    wake: () => Promise.resolve(),
    turnPage: async (look) => {
      const [next] = look.things.filter(({ kind }) => kind === 'waiting' || kind === 'page:next');
      const page = next ?? random.pick(look.things.filter(({ kind }) => kind.startsWith('page:')));
      await press(page, look);
    },
    press,
  };
}

/** Steps of UP or DOWN before a hand gives up: more things than any tile or sheet has. */
const MOST_STEPS = 60;
const BETWEEN_KEYS_MS = [15, 220] as const;
const PLACES = new Set(['bump', 'ack-allergy', 'undo']);

/** A bump bar and nothing else: digits and letters select, again or SPACE bumps, arrows go from thing to thing and ENTER presses. */
export function keyHand(screen: NightScreen, random: Random): NightHand {
  const { keyboard } = screen.page;
  const key = async (code: string, meant: { thing: Thing; seenAt: number } | null) => {
    screen.means(meant);
    await keyboard.down(code);
    await sleep(random.between(...STAY_MS));
    await keyboard.up(code);
    await sleep(random.between(...BETWEEN_KEYS_MS));
  };
  /** To a thing of what is selected, of the sheet or of the footer; then ENTER. */
  const walkTo = async (thing: Thing, step: 'ArrowUp' | 'ArrowDown'): Promise<boolean> => {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      await key(step, null);
      const { at, things } = await screen.look();
      const marked = things.find(({ isMarked }) => isMarked);
      if (marked === undefined || !things.some((one) => isSame(one, thing))) return false;
      if (!isSame(marked, thing)) continue;
      await key('Enter', { thing: marked, seenAt: at });
      return true;
    }
    return false;
  };
  const select = async (thing: Thing, code: string, { selected }: Look): Promise<Look> => {
    if (selected !== thing.zone) await key(code, null);
    return await screen.look();
  };
  return {
    wake: () => key('Digit1', null),
    turnPage: () => key('PageDown', null),
    press: async (thing, look) => {
      const { kind } = thing;
      if (kind === 'recall') await key('Backspace', { thing, seenAt: look.at });
      else if (kind === 'close') await key('Escape', null);
      else if (thing.key === null) {
        if (look.selected !== null && look.dialog !== null) return false;
        if (look.selected !== null) await key('Escape', null);
        return await walkTo(thing, random.pick(['ArrowUp', 'ArrowDown'] as const));
      } else {
        const code = /^\d$/u.test(thing.key) ? `Digit${thing.key}` : `Key${thing.key}`;
        const now = await select(thing, code, look);
        const again = now.things.find((one) => isSame(one, thing));
        if (again === undefined || now.selected !== thing.zone) return false;
        if (!PLACES.has(kind)) return await walkTo(again, 'ArrowDown');
        await key(random.chance(0.3) ? 'Space' : code, { thing: again, seenAt: now.at });
      }
      return true;
    },
  };
}

/** The same thing at two looks, for all a hand can tell. */
function isSame(one: Thing, other: Thing): boolean {
  return one.zone === other.zone && one.kind === other.kind && one.items?.join() === other.items?.join();
}
