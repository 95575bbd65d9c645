import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import type { Ticket } from '../model/ticket.ts';

type Make<T> = (ticket: Ticket, station: StationId, config: HouseConfig) => T;

/**
 * Remembers what `make` gives, ticket by ticket: a ticket's record is new whenever anything of it changed, so a press costs what its own ticket
 * costs and not the whole board. `make` may look at nothing else. Gives a lookup for one station under one configuration.
 */
export function perTicket<T>(
  make: Make<T>,
): (station: StationId, config: HouseConfig) => (ticket: Ticket) => T {
  const memory = new WeakMap<HouseConfig, Map<StationId, WeakMap<Ticket, { readonly made: T }>>>();
  return (station, config) => {
    const ofConfig = memory.get(config) ?? new Map<StationId, WeakMap<Ticket, { readonly made: T }>>();
    memory.set(config, ofConfig);
    const ofStation = ofConfig.get(station) ?? new WeakMap<Ticket, { readonly made: T }>();
    ofConfig.set(station, ofStation);
    return (ticket) => {
      const known = ofStation.get(ticket);
      if (known) return known.made;
      const made = make(ticket, station, config);
      ofStation.set(ticket, { made });
      return made;
    };
  };
}
