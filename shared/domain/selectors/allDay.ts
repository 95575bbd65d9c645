import type { HouseConfig } from '../../config/houseConfig.ts';
import { dishOnMenu, modifierOnMenu } from '../../config/menuLookup.ts';
import type { StationId } from '../../lib/ids.ts';
import { blocksFood } from '../model/allergen.ts';
import { allergyCovers } from '../model/covers.ts';
import { dishKey, dishOf } from '../model/dish.ts';
import type { Item } from '../model/food.ts';
import type { Modifier } from '../model/modifier.ts';
import { isFired, isLive, isRun, partAt, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import type { AllDayLine } from './boardView.ts';
import { keptUp } from './keptUp.ts';
import { dishWords } from './menuWords.ts';
import { perTicket } from './perTicket.ts';
import { add, type Sum, Totals } from './totals.ts';

/**
 * The total still to cook here, by dish, most first: derived from the same state as the tiles. What the menu counts beside a dish (two patties
 * to a double burger, extra bacon) has lines of its own.
 */
export function allDay(state: State, station: StationId, config: HouseConfig): readonly AllDayLine[] {
  return totals(state.tickets, station, config).lines(state.tickets);
}

const totals = keptUp((station, config) => new Totals(countedTickets(station, config)));

const countedTickets = perTicket((ticket, station, config): readonly AllDayLine[] => {
  if (ticket.isLeftFromYesterday || ticket.endedAt !== null) return [];
  const lines = new Map<string, Sum>();
  for (const item of ticket.items) addItem(lines, ticket, item, station, config);
  return [...lines.values()];
});

const PART = '\0count\0';
const MODIFIER = '\0modifier\0';

/** What the menu counts beside a dish, by `AllDayLine.key`: it stands on no ticket by itself. */
export const isPartOfDish = (key: string): boolean => key.includes(PART) || key.includes(MODIFIER);

type Counted = Pick<AllDayLine, 'key' | 'name' | 'names'> & { readonly each: number };

function addItem(
  lines: Map<string, Sum>,
  ticket: Ticket,
  item: Item,
  station: StationId,
  config: HouseConfig,
): void {
  const isAllergic = ticket.allergies.some(
    (allergy) => blocksFood(allergy.severity) && allergyCovers(allergy, item),
  );
  let things: Counted[] | null = null;
  for (const batch of item.batches) {
    const part = partAt(batch, station);
    if (!part || !isLive(batch) || isRun(batch)) continue;
    const left = rounded(batch.quantity - part.ready);
    if (left <= 0) continue;
    things ??= countedIn(ticket, item, config);
    for (const { each, ...dish } of things) {
      const quantity = rounded(left * each);
      const [cooking, held] = isFired(batch) ? [quantity, 0] : [0, quantity];
      add(lines, { ...dish, cooking, held, allergy: isAllergic ? cooking : 0 });
    }
  }
}

/** The dish itself, then what the menu counts with it. */
function countedIn(ticket: Ticket, item: Item, config: HouseConfig): Counted[] {
  const { source } = ticket;
  const dish: Counted = {
    key: dishKey(dishOf(source, item.face)),
    ...dishWords(config, source, item.face),
    each: 1,
  };
  const counts = dishOnMenu(config, source, item.face.menuItemId)?.onPosMenu?.counts ?? [];
  const parts = counts.map(({ name, quantity }) => ({
    key: `${source}${PART}${name}`,
    name,
    names: null,
    each: quantity,
  }));
  return [dish, ...parts, ...countedModifiers(config, source, item.face.modifiers, 1)];
}

function countedModifiers(
  config: HouseConfig,
  source: string,
  modifiers: readonly Modifier[],
  times: number,
): Counted[] {
  return modifiers.flatMap((modifier) => {
    const known = modifierOnMenu(config, source, modifier.id);
    const each = rounded(times * modifier.quantity);
    const inner = countedModifiers(config, source, modifier.modifiers, each);
    if (!known?.isInAllDay || modifier.kind === 'no') return inner;
    const name = known.kitchenName ?? known.name;
    return [{ key: `${source}${MODIFIER}${known.id}`, name, names: known.names, each }, ...inner];
  });
}
