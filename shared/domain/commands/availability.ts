import { actorName } from '../events/actor.ts';
import type { EventOf } from '../events/event.ts';
import { type DishRef, type DishStanding, dishKey, isOff } from '../model/dish.ts';
import { UNKNOWN_DIGEST } from '../model/put.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse, settledAs } from './draft.ts';
import { alertFallout, falloutCode } from './fallout.ts';
import type { Decision } from './outcome.ts';

/** Rules E: a dish is on only when POS and kitchen both say so and portions are left. */

type Cause = EventOf<'menu_item.86'>['cause'];

export function standingOf(draft: Draft, dish: DishRef): DishStanding {
  return draft.state.dishes[dishKey(dish)] ?? { dish, kitchen: null, pos: null, count: null };
}

/** Says of a dish what is new, under the name its listeners wait for. Answers whether anything was. */
export function changeStanding(
  draft: Draft,
  dish: DishRef,
  cause: Cause,
  change: (standing: DishStanding) => DishStanding,
): boolean {
  const before = standingOf(draft, dish);
  const standing = change(before);
  const isSame =
    before.kitchen === standing.kitchen && before.pos === standing.pos && before.count === standing.count;
  if (isSame) return false;
  const type = typeOf(before, standing);
  // Availability names ids alone; whoever has read the dish's own name gives it.
  const named = dish.name === dish.menuItemId ? standing : { ...standing, dish };
  draft.emit({ type, cause, standing: named });
  if (type === 'menu_item.restored') clearFallout(draft, dish);
  return true;
}

function typeOf(before: DishStanding, after: DishStanding) {
  if (!isOff(before) && isOff(after)) return 'menu_item.86' as const;
  if (isOff(before) && !isOff(after)) return 'menu_item.restored' as const;
  const isCounted = before.count?.remaining !== after.count?.remaining;
  return isCounted ? ('menu_item.count' as const) : ('menu_item.noted' as const);
}

function clearFallout(draft: Draft, dish: DishRef): void {
  const codes = Object.keys(draft.state.alerts).filter((code) => code.startsWith(`${falloutCode(dish)}:`));
  for (const code of codes) draft.emit({ type: 'alert.cleared', code });
}

export function eightySix(draft: Draft, command: CommandOf<'menuItem.eightySix'>): null {
  const { dish, untilRestored } = command;
  const isNews = changeStanding(draft, dish, 'kitchen', (standing) => ({
    ...standing,
    kitchen:
      standing.kitchen?.untilRestored === untilRestored
        ? standing.kitchen
        : { at: standing.kitchen?.at ?? draft.now, by: actorName(draft.ctx.actor), untilRestored },
  }));
  if (isNews) alertFallout(draft, dish);
  return null;
}

/** The kitchen has it again: its own 86 goes, and so does a count that had come to nothing. The POS's word stays the POS's. */
export function restore(draft: Draft, command: CommandOf<'menuItem.restore'>): null {
  changeStanding(draft, command.dish, 'kitchen', (standing) => ({
    ...standing,
    kitchen: null,
    count: standing.count?.remaining === 0 ? null : standing.count,
  }));
  return null;
}

export function setCount(draft: Draft, command: CommandOf<'menuItem.count'>): null {
  const { dish, remaining, untilRestored } = command;
  changeStanding(draft, dish, 'kitchen', (standing) => {
    const { count } = standing;
    const isSame = count?.remaining === remaining && count?.untilRestored === untilRestored;
    if (isSame || (remaining === null && count === null)) return standing;
    return {
      ...standing,
      count: remaining === null ? null : countOf(draft, remaining, 'kitchen', untilRestored),
    };
  });
  return null;
}

function countOf(draft: Draft, remaining: number, saidBy: 'pos' | 'kitchen', untilRestored: boolean) {
  return { remaining, saidBy, untilRestored, outAt: remaining === 0 ? draft.now : null };
}

/** Only the items named. A POS that stops giving a count of its own stops counting; a count of the kitchen's stays. */
export function putAvailability(draft: Draft, command: CommandOf<'availability.put'>): Decision {
  const { source, revision, digest } = command;
  const known = draft.state.saidAvailability[source];
  const order = known ? compareSaid(known, { revision, digest }) : 'newer';
  if (order !== 'newer') return settledAs(draft, order, null);
  draft.emit({ type: 'availability.said', source, said: { revision, digest } });
  for (const { id, available, remaining } of command.items) {
    const dish = { source, menuItemId: id, name: nameOf(draft, source, id) };
    changeStanding(draft, dish, 'pos', (standing) => ({
      ...standing,
      pos: available ? null : (standing.pos ?? { at: draft.now }),
      count: countSaid(draft, standing, remaining),
    }));
  }
  return draft.done(null);
}

function countSaid(draft: Draft, standing: DishStanding, remaining: number | null): DishStanding['count'] {
  const { count } = standing;
  if (remaining === null) return count?.saidBy === 'pos' ? null : count;
  if (count?.saidBy === 'pos' && count.remaining === remaining) return count;
  return countOf(draft, remaining, 'pos', false);
}

/** The same comparison as for tickets (CONTRACT "Newer and same"): one source's revisions, or else its last word. */
export function compareSaid(
  known: { readonly revision: number | null; readonly digest: string },
  said: { readonly revision: number | null; readonly digest: string },
): 'newer' | 'duplicate' | 'stale' {
  if (known.revision === null) {
    return said.revision === null && said.digest === known.digest ? 'duplicate' : 'newer';
  }
  if (said.revision === null) {
    return refuse(
      'revision_required',
      'This source numbers its messages; each needs a revision.',
      'revision',
    );
  }
  if (said.revision < known.revision) return 'stale';
  if (said.revision > known.revision || known.digest === UNKNOWN_DIGEST) return 'newer';
  if (said.digest === known.digest) return 'duplicate';
  return refuse('conflict', `Revision ${said.revision} was put before with other content.`, 'revision');
}

/** As the menu has it, or a ticket; else its id is all that is known of it. */
function nameOf(draft: Draft, source: string, id: string): string {
  const onMenu = draft.ctx.config.posMenus[source]?.items.find((item) => item.id === id);
  if (onMenu) return onMenu.name;
  for (const ticket of draft.state.tickets.values()) {
    if (ticket.source !== source) continue;
    const item = ticket.items.find(({ face }) => face.menuItemId === id);
    if (item) return item.face.name;
  }
  return id;
}
