import type { EventOf } from '../events/event.ts';
import { type DishStanding, dishKey } from '../model/dish.ts';
import type { State } from '../model/state.ts';
import type { TableHold } from '../model/tableHold.ts';

type DishEvent = EventOf<
  | 'menu_item.86'
  | 'menu_item.restored'
  | 'menu_item.count'
  | 'menu_item.noted'
  | 'availability.said'
  | 'table.held'
  | 'table.held_back'
  | 'table.resumed'
>;

/** What is true of a dish or a table rather than of one ticket. */
export function reduceDish(state: State, event: DishEvent): State {
  switch (event.type) {
    case 'menu_item.86':
    case 'menu_item.restored':
    case 'menu_item.count':
    case 'menu_item.noted':
      return { ...state, dishes: withStanding(state.dishes, event.standing) };
    case 'availability.said':
      return { ...state, saidAvailability: { ...state.saidAvailability, [event.source]: event.said } };
    case 'table.held':
      return withHold(state, event.hold);
    case 'table.held_back': {
      const hold = state.holds[event.table];
      return hold ? withHold(state, { ...hold, heldBack: event.heldBack }) : state;
    }
    case 'table.resumed': {
      const { [event.table]: _resumed, ...holds } = state.holds;
      return { ...state, holds };
    }
    default:
      return event satisfies never;
  }
}

function withStanding(dishes: State['dishes'], standing: DishStanding): State['dishes'] {
  const key = dishKey(standing.dish);
  const isPlain = standing.kitchen === null && standing.pos === null && standing.count === null;
  if (!isPlain) return { ...dishes, [key]: standing };
  const { [key]: _plain, ...rest } = dishes;
  return rest;
}

function withHold(state: State, hold: TableHold): State {
  return { ...state, holds: { ...state.holds, [hold.table]: hold } };
}
