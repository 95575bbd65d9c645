import type { Event } from '../../../shared/domain/events/event.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { Shown, Slip } from './messages.ts';
import { type Need, needsOf } from './needs.ts';
import { type ReadSlip, readSlips } from './readSlips.ts';

export interface Evidence {
  readonly events: readonly Event[];
  /** What came out of all printers, oldest first. */
  readonly slips: readonly Slip[];
  /** What each station's own glass has shown. */
  readonly glasses: Readonly<Record<string, Shown>>;
  /** A printer was cut off in mid-chit: half a command may stand on the paper. */
  readonly mayBeBroken: boolean;
}

export interface PaperVerdict {
  readonly wrong: string[];
  readonly state: State;
  readonly whole: readonly ReadSlip[];
  readonly needs: readonly Need[];
  /** Ms from when a version had to be told to when its paper was cut off. */
  readonly waits: readonly number[];
  /** Ms until it was on paper or on glass; null: on neither. */
  readonly toldAfter: (need: Need) => number | null;
}

/** The paper itself against the log: what was to be told is told, nothing is on paper twice without saying so, and the log knows of all of it. */
export function judgePaper({ events, slips, glasses, mayBeBroken }: Evidence): PaperVerdict {
  const { needs, state } = needsOf(events);
  const { whole, endless } = readSlips(slips);
  const chits = new Map(Object.values(state.chits).map((chit) => [chit.number, chit]));
  const titleOf = new Map([...state.tickets.entries()].map(([id, { externalId }]) => [id, externalId]));
  const wrong = endless.map(({ text }) => `a slip without its foot: ${JSON.stringify(text)}`);

  /** `station|ticket|version` to its first slip. */
  const told = new Map<string, ReadSlip>();
  const onPaper = new Map<string, number[]>();
  for (const slip of whole) {
    const chit = chits.get(slip.number);
    if (chit === undefined) {
      wrong.push(`chit ${slip.number} is on paper and not in the log`);
      continue;
    }
    wrong.push(...judgeSlip(slip, chit, titleOf, mayBeBroken));
    // Not an order: it says so itself.
    if (chit.kind === 'summary') continue;
    for (const { ticket, version } of chit.parts) {
      const name = `${chit.station}|${titleOf.get(ticket)}`;
      if (!told.has(`${name}|${version}`)) told.set(`${name}|${version}`, slip);
      const earlier = onPaper.get(name) ?? [];
      const isMarked = slip.isCopy || slip.names.some((number) => earlier.includes(number));
      if (earlier.length > 0 && !isMarked)
        wrong.push(`${name} is on chits ${earlier.join()} and looks like new food on ${slip.number}`);
      onPaper.set(name, [...earlier, slip.number]);
    }
  }
  wrong.push(...judgeCounts([...chits.values()], whole));

  const toldAfter = (need: Need): number | null => {
    const slip = told.get(`${need.station}|${need.ticket}|${need.version}`);
    const shownAt = glasses[need.station]?.[`${need.ticket}@${need.version}`];
    const at = Math.min(slip?.at ?? Infinity, shownAt ?? Infinity);
    return at === Infinity ? null : at - need.since;
  };
  const waits = needs.flatMap((need) => {
    const slip = told.get(`${need.station}|${need.ticket}|${need.version}`);
    return slip === undefined ? [] : [slip.at - need.since];
  });
  return { wrong, state, whole, needs, waits, toldAfter };
}

/** The words against what the log says this chit tells. */
function judgeSlip(
  slip: ReadSlip,
  chit: Chit,
  titles: ReadonlyMap<string, string>,
  mayBeBroken: boolean,
): string[] {
  const about = `chit ${slip.number}`;
  const wrong: string[] = [];
  if (!mayBeBroken && slip.errors.length > 0)
    wrong.push(`${about} has commands nobody knows: ${slip.errors.join()}`);
  for (const { ticket } of chit.parts) {
    const title = titles.get(ticket) ?? '?';
    const isTold =
      new RegExp(`^${title} `, 'mu').test(slip.text) && slip.text.includes(`Dish ${title} ${chit.station}`);
    if (!isTold && chit.kind !== 'summary')
      wrong.push(`${about} does not tell ${title}: ${JSON.stringify(slip.text)}`);
  }
  if (chit.reprintOf !== null && !slip.isReprint) wrong.push(`${about} does not say REPRINT`);
  return wrong;
}

/** Each chit is on paper as often as the log can answer for. */
function judgeCounts(chits: readonly Chit[], whole: readonly ReadSlip[]): string[] {
  return chits.flatMap(({ number, state, sentAt }) => {
    const times = whole.filter((slip) => slip.number === number).length;
    if (times > 1) return [`chit ${number} came out ${times} times`];
    if (state === 'printed' && times === 0) return [`chit ${number} is called printed and is on no paper`];
    const wasSent = state === 'printed' || state === 'unknown' || sentAt !== null;
    return times === 1 && !wasSent ? [`chit ${number} is ${state} and on paper`] : [];
  });
}
