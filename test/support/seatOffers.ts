import { HouseConfig } from '../../shared/config/houseConfig.ts';
import { eveningOf, judgeTables, type SeatOffer } from '../../shared/domain/selectors/judgeTables.ts';
import { isWarning, type SeatReasonKind } from '../../shared/domain/selectors/seatReasons.ts';
import { suggestTables } from '../../shared/domain/selectors/suggestTables.ts';
import { DoorHouse, host, WITH_FLOOR } from './doorHouse.ts';

export const offers = (house: DoorHouse, id = 'r1') =>
  suggestTables(house.state, house.config, house.now, house.party(id));
export const places = (list: readonly SeatOffer[]) => list.map(({ tables }) => tables.join('+'));
export const at = (house: DoorHouse, tables: string[], id = 'r1') =>
  judgeTables(eveningOf(house.state, house.config, house.now), house.party(id), tables);
export const kinds = ({ reasons }: SeatOffer): SeatReasonKind[] => reasons.map(({ kind }) => kind);
export const reason = (offer: SeatOffer, kind: SeatReasonKind) =>
  offer.reasons.find((one) => one.kind === kind);
export const warnings = ({ reasons }: SeatOffer) => reasons.filter(isWarning).map(({ kind }) => kind);

/** Mara has A (10, 11, 12), Ivo and Ana have B (13, 14, 15). */
export function withServers(): DoorHouse {
  const house = new DoorHouse();
  for (const [server, section] of [
    ['Mara', 'A'],
    ['Ivo', 'B'],
    ['Ana', 'B'],
  ] as const)
    house.say({ type: 'server.assign', server, sections: [section] }, host);
  return house;
}

export function withFloor(change: Partial<HouseConfig['floor']>): HouseConfig {
  return HouseConfig.parse({ ...WITH_FLOOR, floor: { ...WITH_FLOOR.floor, ...change } });
}
