import { describe, expect, test } from 'vitest';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { expo, grill, HOUR, House, MINUTE, pos } from '../../support/house.ts';

const takeout = { channel: 'takeout', table: null, items: [{ id: 'a' }] };
const here = { source: 'pos', id: 'T1' };
const step = (house: House, name: 'packed' | 'courier_here' | 'handed_over' | 'returned', isOn = true) =>
  house.say({ type: 'ticket.handoff', ticket: here, step: name, isOn }, isOn ? pos : expo);

describe('hand-off and rush', () => {
  test('[H1] each step is said once and taken back by a person; it ends nothing', () => {
    const house = new House();
    house.put(takeout);
    expect(step(house, 'courier_here')).toBe('applied');
    expect(step(house, 'courier_here')).toBe('noop');
    expect(step(house, 'handed_over')).toBe('applied');
    expect(step(house, 'handed_over', false)).toBe('applied');
    expect(house.ticket().handoff).toEqual({
      packedAt: null,
      courierHereAt: house.now,
      handedOverAt: null,
      returnedAt: null,
      bags: 1,
    });
    expect(house.ticket().endedAt).toBe(null);
    expect(stationBoard(house.state, grill, house.config, house.now).tiles).toHaveLength(1);
  });

  test('[H1] a bag handed over after its ticket closed is handed over all the same', () => {
    const house = new House();
    house.put(takeout);
    house.bump('a');
    house.later(2 * HOUR).tick();
    expect(step(house, 'handed_over')).toBe('applied');
    expect(step(house, 'handed_over')).toBe('noop');
    expect([...house.state.tickets.values()]).toEqual([]);
    expect(house.events('ticket.handed_over')).toHaveLength(1);
    expect(
      house.say({ type: 'ticket.handoff', ticket: { source: 'pos', id: 'X' }, step: 'packed', isOn: true }),
    ).toBe('not_found');
  });

  test('[P14] what the house made rush stays until the POS newly says otherwise', () => {
    const house = new House();
    house.put({ items: [{ id: 'a' }] });
    const rush = (priority: 'rush' | 'normal') =>
      house.say({ type: 'ticket.rush', ticket: house.ticket().id, priority }, expo);
    expect(rush('rush')).toBe('applied');
    expect(rush('rush')).toBe('noop');
    const at = house.now;
    house.later(MINUTE).put({ items: [{ id: 'a' }], server: 'Ivo' });
    expect(house.ticket().rushAt).toBe(at);
    house.put({ items: [{ id: 'a' }], priority: 'rush' });
    expect(house.ticket().rushAt).toBe(at);
    house.put({ items: [{ id: 'a' }], priority: 'normal' });
    expect(house.ticket().rushAt).toBe(null);
    expect(house.events('ticket.rushed').map(({ isRush }) => isRush)).toEqual([true, false]);
  });

  test('[P14] a ticket that comes as rush is rush from then', () => {
    const house = new House();
    house.put({ items: [{ id: 'a' }], priority: 'rush' });
    expect(house.ticket().rushAt).toBe(house.now);
  });
});
