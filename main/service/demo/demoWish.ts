import type { Story } from '../../../shared/demo/night/planSaturday.ts';
import { Complaint } from '../complaint.ts';

/** What the person asked of the demo night. */
export interface DemoWish {
  readonly seed: number;
  readonly covers: number;
  /** Hub milliseconds in one real one. */
  readonly speed: number;
  /** `help`: everywhere but at the station the window shows, where they leave the food to the person. */
  readonly cooks: 'all' | 'help' | 'none';
  /** `auto`: a book, and a host who seats by himself; `hand`: whoever looks is the host; `none`: nobody books. */
  readonly door: 'auto' | 'hand' | 'none';
  /** `saturday`: 85 tables and a book of 60, whatever `covers` says. */
  readonly night: Story;
}

export const DEMO_OPTIONS = {
  seed: { type: 'string' },
  covers: { type: 'string' },
  speed: { type: 'string' },
  cooks: { type: 'string' },
  door: { type: 'string' },
  night: { type: 'string' },
} as const;

type Said = { readonly [K in keyof typeof DEMO_OPTIONS]?: string | undefined };

const COVERS = { least: 10, most: 400, usual: { full: 120, hour: 40, saturday: 250 } };
const SPEED = { least: 1, most: 60 };
const MOST_SEED = 2 ** 31 - 1;

/** Throws a complaint about what cannot be meant. Without a seed every start is another night; it is told at the end. */
export function readDemoWish(said: Said, isHeadless: boolean): DemoWish {
  const night = oneOf('night', said.night ?? 'full', ['full', 'hour', 'saturday']);
  return {
    night,
    cooks: oneOf('cooks', said.cooks ?? (isHeadless ? 'all' : 'help'), ['all', 'help', 'none']),
    door: oneOf('door', said.door ?? 'auto', ['auto', 'hand', 'none']),
    seed:
      said.seed === undefined
        ? Math.floor(Math.random() * 1_000_000)
        : whole('seed', said.seed, 0, MOST_SEED),
    covers:
      said.covers === undefined
        ? COVERS.usual[night]
        : whole('covers', said.covers, COVERS.least, COVERS.most),
    speed: said.speed === undefined ? SPEED.least : whole('speed', said.speed, SPEED.least, SPEED.most),
  };
}

export function refuseDemoFlags(said: Said): void {
  const stray = Object.keys(DEMO_OPTIONS).find((name) => said[name as keyof Said] !== undefined);
  if (stray !== undefined) throw Complaint.usage(`--${stray} is the demo's: say --demo with it.`);
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d{1,10}$/u.test(text) && value >= least && value <= most) return value;
  throw Complaint.usage(`--${name} wants a whole number from ${least} to ${most}, not ${text}.`);
}

function oneOf<T extends string>(name: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found === undefined) throw Complaint.usage(`--${name} is one of ${words.join(', ')}, not ${text}.`);
  return found;
}
