import type { StoredAnswer } from '../../../main/store/answer.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { emptyState, type State } from '../../../shared/domain/model/state.ts';
import { titleOf } from '../../../shared/domain/model/ticket.ts';
import { reduce } from '../../../shared/domain/reducer/reduce.ts';
import type { Press } from './NightScreen.ts';
import type { Under } from './noted.ts';

export interface ScreenPresses {
  readonly place: string;
  readonly presses: readonly Press[];
}

export interface HandsJudged {
  /** Presses that did something else than what was under them, in words. */
  readonly misplaced: readonly string[];
  /** What a screen did that nobody pressed. */
  readonly ghosts: readonly string[];
  /** What each kind of press came to: done, refused and why. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** How often the log tells of each deed of these hands. */
  readonly deeds: Readonly<Record<string, number>>;
}

/** PRODUCT.md: a press within 400 ms of its tile moving is refused; so nothing may come between a hand's look and its press in that time. */
const BLIND_MS = 400;
/** Deeds that name food, and the things that may do them. Whatever is pressed first on a ticket also starts its food. */
const DEEDS: Readonly<Record<string, RegExp>> = {
  'part.bumped': /^(bump|dish|one|plates-checked)$/u,
  'part.recalled': /^(undo|recall|recall-this|dish|one|stop-refire)$/u,
  'food.run': /^(bump|plates-checked)$/u,
  'food.run_undone': /^(undo|recall-this)$/u,
  'allergy.heard': /^ack-allergy$/u,
  'allergy.plates_checked': /^plates-checked$/u,
};
/** What a screen tells by itself. */
const RECEIPTS = new Set(['ticket.listed', 'ticket.painted']);

/** Each press of these hands against the log: it did what was under it when it came down, to that ticket and that food, and nothing else. */
export function judgeHands(
  screens: readonly ScreenPresses[],
  events: readonly Event[],
  answerOf: (command: string) => StoredAnswer | null,
): HandsJudged {
  const byCommand = new Map(
    screens.flatMap(({ place, presses }) =>
      presses.flatMap((press) => press.note.commands.map((id) => [id, { ...press, place }] as const)),
    ),
  );
  const misplaced: string[] = [];
  const ghosts: string[] = [];
  const deeds: Record<string, number> = {};
  const done = new Set<string>();
  const last = new LastDone();
  let state = emptyState;
  for (const event of events) {
    state = reduce(state, event);
    if (RECEIPTS.has(event.type)) {
      // It was told in the task of a press, which drew no command of its own by it.
      byCommand.delete(event.cmd);
      continue;
    }
    const press = byCommand.get(event.cmd);
    if (press) {
      done.add(event.cmd);
      deeds[event.type] = (deeds[event.type] ?? 0) + 1;
      const wrong = wrongIn(event, press, state, last.takenBack(event, press));
      last.note(event, press.place);
      if (wrong !== null) misplaced.push(`${press.place}, ${event.type} (${event.seq}): ${wrong}`);
    } else if (!event.by.startsWith('pos:') && event.by !== 'house')
      ghosts.push(`${event.type} (${event.seq}) by ${event.by}`);
  }
  const outcomes: Record<string, number> = {};
  const count = (what: string) => {
    outcomes[what] = (outcomes[what] ?? 0) + 1;
  };
  for (const { presses } of screens)
    for (const { note, meant } of presses) {
      if (note.commands.length === 0 && meant !== null)
        count(`${meant.thing.kind}: ${note.said === null ? 'nothing to send' : `refused, ${note.said}`}`);
      for (const id of note.commands.filter((one) => byCommand.has(one))) {
        const answer = answerOf(id);
        const said =
          answer === null
            ? 'never answered'
            : answer.ok
              ? answer.outcome
              : `refused by the hub, ${answer.code}`;
        count(`${note.under?.kind ?? 'nothing'}: ${said}`);
        if (answer?.ok && (answer.outcome === 'applied') !== done.has(id))
          misplaced.push(`${id}: answered ${answer.outcome}, and ${done.has(id) ? 'done' : 'not done'}`);
      }
    }
  return { misplaced, ghosts, outcomes, deeds };
}

/**
 * What each place ran or bumped last of a ticket. UNDO RUN stands in a tile that shows the next course by then, and UNDO in a hole while what was
 * added since already stands beside it: both mean that food.
 */
class LastDone {
  private readonly food = new Map<string, { readonly cmd: string; readonly items: readonly string[] }>();

  note(event: Event, place: string): void {
    if (event.type !== 'food.run' && event.type !== 'part.bumped') return;
    const key = `${event.type} ${place} ${event.ticket}`;
    const before = this.food.get(key);
    // One bump is an event for each of its dishes.
    const items = before?.cmd === event.cmd ? before.items : [];
    this.food.set(key, { cmd: event.cmd, items: [...items, ...foodOf(event)] });
  }

  /** null: the press is no UNDO of these. */
  takenBack(event: Event, { note, place }: Press & { readonly place: string }): readonly string[] | null {
    const { kind, zone } = note.under ?? { kind: '', zone: '' };
    if (kind !== 'undo' || !(zone.endsWith('/undo') || zone.startsWith('hole:'))) return null;
    if (event.type !== 'food.run_undone' && event.type !== 'part.recalled') return null;
    const undone = event.type === 'food.run_undone' ? 'food.run' : 'part.bumped';
    return this.food.get(`${undone} ${place} ${event.ticket}`)?.items ?? [];
  }
}

/** `takenBack`: the food it may touch, where that is not what stood under it. */
function wrongIn(
  event: Event,
  { note, meant }: Press,
  after: State,
  takenBack: readonly string[] | null,
): string | null {
  const { under } = note;
  const what = `under it ${under === null ? 'nothing' : `${under.kind} ${under.zone} "${under.text}"`}`;
  if (under === null) return `${what}, and it was done`;
  if (!('ticket' in event)) return null;
  const own = ticketOf(under.zone);
  const ticket = after.tickets.get(event.ticket);
  const title = ticket ? titleOf(ticket.head) : (event.ref?.id ?? '');
  const isNamed = own === null ? `${under.text} ${note.dialog}`.includes(title) : own === event.ticket;
  if (!isNamed && !under.kind.startsWith('question')) return `${what}, done to ${title} (${event.ticket})`;
  const may = DEEDS[event.type];
  if (!may) return null;
  if (!may.test(under.kind)) return `${what}, which does no such thing`;
  const named = (ids: readonly string[]) =>
    ids.map((id) => ticket?.items.find((item) => item.id === id)?.externalId ?? id);
  const food = takenBack === null ? under.items : named(takenBack);
  const strange = food === null ? [] : named(foodOf(event)).filter((id) => !food.includes(id));
  if (strange.length > 0) return `${what} with ${food}, done to ${[...new Set(strange)]}`;
  if (meant === null) return `${what}: a press that was on its way to something else`;
  const { thing, seenAt } = meant;
  const blindMs = Math.round(note.at - seenAt);
  if (!isSame(thing, under) && blindMs < BLIND_MS)
    return `${what}; ${blindMs} ms before it was ${thing.kind} ${thing.zone} "${thing.text}"`;
  return null;
}

/** A tile that has got more food, or lost some, still is that tile; a line is its food. */
function isSame(one: Under, other: Under): boolean {
  const isLine = /^(dish|one)$/u.test(one.kind);
  return (
    one.zone === other.zone &&
    one.kind === other.kind &&
    (!isLine || one.items?.join() === other.items?.join())
  );
}

/** `TICKET/STATION` is inside; null: it names no ticket. */
function ticketOf(zone: string): string | null {
  const [ticket, station] = zone.replace(/^hole:/u, '').split('/');
  return station === undefined || zone.includes(':') !== zone.startsWith('hole:') ? null : (ticket ?? null);
}

function foodOf(event: Event): string[] {
  switch (event.type) {
    case 'part.bumped':
    case 'food.run':
    case 'food.run_undone':
    case 'allergy.heard':
      return event.portions.map(({ item }) => item);
    case 'part.recalled':
      return event.parts.map(({ item }) => item);
    default:
      return [];
  }
}
