import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { decide } from '../../../shared/domain/commands/decide.ts';
import { emptyState, type State } from '../../../shared/domain/model/state.ts';
import type { Board } from '../../../shared/domain/selectors/boardView.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { normalisePut } from '../../../shared/protocol/outside/normalisePut.ts';
import { OutsideTicket } from '../../../shared/protocol/outside/ticket.ts';

const MINUTE_MS = 60_000;
const SOURCE = 'example';

/** `2 meat @1` is two of `meat`, course 1. Longest waiting first. */
const TICKETS: readonly { readonly table: string; readonly minutesAgo: number; readonly food: string }[] = [
  { table: '7', minutesAgo: 13, food: '2 meat @2, 1 fish @2' },
  { table: '12', minutesAgo: 11, food: '1 salad @1, 1 octopus @1' },
  { table: '3', minutesAgo: 9, food: '1 fish @2' },
  { table: '21', minutesAgo: 8, food: '2 octopus @1' },
  { table: '5', minutesAgo: 6, food: '1 meat @2, 1 chicken @2' },
  { table: '18', minutesAgo: 5, food: '1 cake @3' },
  { table: '9', minutesAgo: 4, food: '3 salad @1' },
  { table: '2', minutesAgo: 3, food: '1 chicken @2, 1 fish @2' },
  { table: '14', minutesAgo: 2, food: '2 meat @2' },
  { table: '6', minutesAgo: 1, food: '1 salad @1' },
];
const ALLERGIC_TABLE = '3';
const COURSE_NAMES = ['starters', 'mains', 'dessert'];

/**
 * An evening at one station, put and fired by the house's own rules, so that an example cannot look like anything the screen will not. `say`:
 * words in the house's language.
 */
export function sampleBoard(
  house: HouseConfig,
  id: string,
  now: number,
  say: (key: string) => string,
): Board {
  // Also a closed station's screens have a layout, which is looked at before it is opened.
  const stations = house.stations.map((one) => (one.id === id ? { ...one, state: 'open' as const } : one));
  const config: HouseConfig = { ...house, stations };
  const station = StationId.parse(id);
  let state: State = emptyState;
  for (const { table, minutesAgo, food } of TICKETS)
    state = put(state, config, now - minutesAgo * MINUTE_MS, outsideTicket(table, food, now, id, say));
  return stationBoard(state, station, config, now);
}

function put(state: State, config: HouseConfig, now: number, ticket: OutsideTicket): State {
  let ids = 0;
  const decision = decide(
    state,
    { type: 'ticket.put', content: normalisePut(ticket, (text) => text) },
    {
      now,
      actor: { kind: 'pos', token: SOURCE },
      commandId: `${SOURCE}-${ticket.id}`,
      claimedAt: now,
      config,
      newId: () => `${ticket.id}-${++ids}`,
      epochN: 1,
      closed: () => null,
    },
  );
  return decision.ok ? decision.state : state;
}

function outsideTicket(
  table: string,
  food: string,
  now: number,
  station: string,
  say: (key: string) => string,
): OutsideTicket {
  const items = food.split(', ').map((words, at) => {
    const [quantity, dish = '', course = ''] = words.split(' ');
    return {
      id: `${at}`,
      name: say(dish),
      quantity: Number(quantity),
      course: Number(course.slice(1)),
      seat: at + 1,
      stations: [station],
      modifiers: dish === 'meat' ? [{ name: say('done'), kind: 'option' }] : [],
    };
  });
  const courses = [...new Set(items.map(({ course }) => course))].map((number) => ({
    number,
    name: say(COURSE_NAMES[number - 1] ?? ''),
    state: 'fired',
  }));
  const allergies = table === ALLERGIC_TABLE ? [{ allergen: 'sesame', severity: 'allergy' }] : [];
  return OutsideTicket.parse({
    source: SOURCE,
    id: table,
    number: table,
    channel: 'dine_in',
    table,
    covers: 2,
    server: say('server'),
    openedAt: new Date(now).toISOString(),
    courses,
    items,
    allergies,
  });
}
