import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';

/** Something made of all tickets of a house. `take` is told of each that came, went or changed: `undefined`: it was not there, or is not. */
export interface OfTickets {
  take(before: Ticket | undefined, after: Ticket | undefined): void;
}

/**
 * Keeps up with the tickets for each station under one configuration: a press costs what its own ticket costs, however many are open. What it
 * gives depends on the tickets alone and not on what was asked before, or two screens would show two boards.
 */
export function keptUp<T extends OfTickets>(
  begin: (station: StationId, config: HouseConfig) => T,
): (tickets: State['tickets'], station: StationId, config: HouseConfig) => T {
  const memory = new WeakMap<HouseConfig, Map<StationId, { tickets: State['tickets']; made: T }>>();
  return (tickets, station, config) => {
    const ofConfig = memory.get(config) ?? new Map<StationId, { tickets: State['tickets']; made: T }>();
    memory.set(config, ofConfig);
    const known = ofConfig.get(station);
    if (known?.tickets === tickets) return known.made;
    const made = known?.made ?? begin(station, config);
    // What throws in the midst of it is begun anew.
    ofConfig.delete(station);
    if (known === undefined) for (const ticket of tickets.values()) made.take(undefined, ticket);
    else
      for (const id of tickets.changesFrom(known.tickets)) made.take(known.tickets.get(id), tickets.get(id));
    ofConfig.set(station, { tickets, made });
    return made;
  };
}
