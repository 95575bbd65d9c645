import type { Random } from '../../../shared/demo/random.ts';
import { en } from '../../../shared/lib/words/en.ts';
import type { Look, Thing } from './noted.ts';

/** What a hand does next: presses a thing, turns the page, or waits. */
export type Wish = Thing | 'page' | null;

/** How long things lie there before a hand goes to them, kitchen minutes; and how often what only happens now and then. */
const MINUTES: Readonly<Record<string, readonly [number, number]>> = {
  'ack-allergy': [0.2, 1.5],
  'plates-checked': [0.2, 0.5],
  bump: [1, 7],
  answer: [0.2, 1.5],
  alert: [0.5, 3],
};
const DISH_BEFORE_BUMP = 0.12;
const UNDONE = 0.05;
const RECALLED = 0.02;
const ASKED = 0.03;
const RUN_ANYWAY = 0.02;
const PICKED = 0.06;
/** A hand does not always take the first. */
const FIRST_OF = 3;

/** Answers to what is asked on a tile or a sheet; of one question each is as good. Food is never voided here: the till's account is its own. */
const ANSWERS =
  /^(minutes-|station-note|possible-|question-same|stop-|conflict-(made_without|swapped|guest_accepts))/u;

/** Somebody at a screen, who knows no more than what is on the glass. */
export abstract class Cook {
  protected readonly random: Random;
  private readonly msPerMinute: number;
  private readonly ripeAt = new Map<string, number>();
  private readonly rolled = new Set<string>();

  /** `msPerMinute`: how long a kitchen minute is for this hand. */
  constructor(random: Random, msPerMinute: number) {
    this.random = random;
    this.msPerMinute = msPerMinute;
  }

  wish(look: Look): Wish {
    const things = look.things.filter(({ isBlocked }) => !isBlocked);
    const wished = look.dialog === null ? this.atBoard(things, look.at) : this.atSheet(things, look.at);
    if (wished !== null || look.dialog !== null) return wished;
    return things.some(isTurned) && this.random.chance(0.5) ? 'page' : null;
  }

  protected abstract atBoard(things: readonly Thing[], now: number): Wish;
  protected abstract atSheet(things: readonly Thing[], now: number): Wish;

  /** What has lain there long enough, the first few in reading order by chance. */
  protected ripe(things: readonly Thing[], now: number): Thing | null {
    const ripe = things.filter((thing) => this.isRipe(thing, now)).slice(0, FIRST_OF);
    return ripe.length === 0 ? null : this.random.pick(ripe);
  }

  /** Drawn once for each thing as it reads, and true once. */
  protected happens({ zone, kind, text }: Thing, p: number): boolean {
    const name = `${zone}/${kind}/${text}`;
    if (this.rolled.has(name)) return false;
    this.rolled.add(name);
    return this.random.chance(p);
  }

  private isRipe({ zone, kind, items }: Thing, now: number): boolean {
    const name = `${zone}/${kind}/${items?.join()}`;
    const known = this.ripeAt.get(name);
    if (known === undefined) {
      const [low, high] = MINUTES[isAnswer(kind) ? 'answer' : kind] ?? [0, 0.5];
      this.ripeAt.set(name, now + this.random.between(low, high) * this.msPerMinute);
    }
    return known !== undefined && now >= known;
  }
}

/** Hears, reads, makes ready dish by dish or all at once, takes a bump back, recalls. */
export class LineCook extends Cook {
  protected atBoard(things: readonly Thing[], now: number): Wish {
    const undo = things.find((thing) => thing.kind === 'undo' && this.happens(thing, UNDONE));
    if (undo) return undo;
    const recall = things.find(({ kind }) => kind === 'recall');
    if (recall && this.happens(recall, RECALLED)) return recall;
    const next = this.ripe(
      things.filter(({ kind }) => kind === 'ack-allergy' || kind === 'bump' || isAnswer(kind)),
      now,
    );
    if (next === null)
      return things.find((thing) => thing.zone === 'urgent' && this.happens(thing, 0.5)) ?? null;
    if (next.kind !== 'bump' || !this.random.chance(DISH_BEFORE_BUMP)) return next;
    const dishes = things.filter(
      ({ kind, zone }) => (kind === 'dish' || kind === 'one') && zone === next.zone,
    );
    return dishes.length > 1 ? this.random.pick(dishes) : next;
  }

  protected atSheet(things: readonly Thing[]): Wish {
    return things.find(({ kind }) => kind === 'close') ?? null;
  }
}

/** Sends courses out, looks at the plates of an allergy, answers what only the pass may answer, asks how long. */
export class PassCook extends Cook {
  protected atBoard(things: readonly Thing[], now: number): Wish {
    const undo = things.find((thing) => thing.kind === 'undo' && this.happens(thing, UNDONE));
    if (undo) return undo;
    const list = things.find(({ kind }) => kind === 'open-recall');
    if (list && this.random.chance(RECALLED / 10)) return list;
    const overdue = things.map(overdueIn).find((due) => due !== null);
    if (overdue) {
      const fire = things.find(
        ({ kind, title }) => kind === `fire:${overdue.course}` && title === overdue.where,
      );
      if (fire) return fire;
      if (things.some(isTurned)) return 'page';
    }
    const armed = things.find(({ kind, text }) => kind === 'bump' && ANYWAY.test(text));
    if (armed) return armed;
    const atOnce = things.find(
      (thing) =>
        (thing.kind === 'how-long' && this.happens(thing, ASKED)) ||
        (thing.kind === 'bump' && !isAllReady(thing) && this.happens(thing, RUN_ANYWAY)),
    );
    if (atOnce) return atOnce;
    const next = this.ripe(
      things.filter(
        (thing) =>
          isAnswer(thing.kind) ||
          (thing.zone === 'house-alert' && overdueIn(thing) === null) ||
          (thing.kind === 'bump' && isAllReady(thing)),
      ),
      now,
    );
    if (next?.kind !== 'bump' || !isAllReady(next) || !this.random.chance(PICKED)) return next;
    const dishes = things.filter(({ kind, zone }) => kind === 'dish' && zone === next.zone);
    return dishes.length > 1 ? this.random.pick(dishes) : next;
  }

  protected atSheet(things: readonly Thing[], now: number): Wish {
    const inSheet = things.filter(
      ({ kind }) => kind === 'plates-checked' || kind === 'recall-this' || kind.startsWith('possible-'),
    );
    const [asked] = inSheet.filter(({ kind }) => kind.startsWith('possible-'));
    if (asked) return asked;
    const next = this.ripe(inSheet, now);
    if (next !== null) return next;
    return inSheet.length > 0 ? null : (things.find(({ kind }) => kind === 'close') ?? null);
  }
}

/** A second press within 3 s is what it waits for. */
const ANYWAY = new RegExp(en.expo.runAnyway.replace(/^.*\}\}[^A-Z]*/u, ''), 'u');

/** Presses that show another page. */
const isTurned = ({ kind }: Thing) => kind.startsWith('page') || kind === 'waiting';

const OVERDUE = new RegExp(
  en.alert.fire_overdue.replace('{{where}}', '(?<where>.+)').replace('{{course}}', '(?<course>\\d+)'),
  'u',
);

/** A course that the hub did not fire in time: a person fires it, and reads the line away by that. */
function overdueIn({ zone, text }: Thing): { readonly where: string; readonly course: string } | null {
  const { where, course } = (zone === 'house-alert' && OVERDUE.exec(text)?.groups) || {};
  return where === undefined || course === undefined ? null : { where: where.trim(), course };
}

const isAnswer = (kind: string) => ANSWERS.test(kind);

/** The pass says so beside its RUN. */
const isAllReady = ({ foot }: Thing) => foot.includes(en.expo.allReady);
