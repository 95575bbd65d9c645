import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { handOffCount, handOffList, lookedAt } from '../../../shared/domain/selectors/handOffList.ts';
import { expo, fry, grill, House, MINUTE, pos, type SaidTicket, twoStations } from '../../support/house.ts';

const withPass = HouseConfig.parse({ ...twoStations, pass: 'expo' });
const order: SaidTicket = {
  channel: 'takeout',
  table: null,
  items: [{ id: 'burger', quantity: 2 }, { id: 'chips', stations: ['fry'] }, { id: 'cake' }],
};

const list = (house: House) => handOffList(house.state, house.config, house.now);
const one = (house: House, id = 'T1') => list(house).find(({ externalId }) => externalId === id);

/** Into this bag of so many, or out of it. */
function pack(house: House, ids: readonly string[], bag: number | null, bags = 1, isLookedAt = true) {
  const { id: ticket } = house.ticket();
  const lines = (one(house)?.lines ?? []).filter(({ line }) =>
    line.portions.some(({ externalId }) => ids.includes(externalId)),
  );
  const portions = lines.flatMap(({ line }) =>
    line.portions.map(({ item, batch }) => ({ item, batch, bag })),
  );
  const plates = isLookedAt ? lookedAt(lines) : [];
  return house.say({ type: 'ticket.pack', ticket, portions, bags, plates, seen: house.seq }, expo);
}

function step(house: House, name: 'packed' | 'courier_here' | 'handed_over' | 'returned', isOn = true) {
  return house.say({ type: 'ticket.handoff', ticket: house.ticket().id, step: name, isOn }, expo);
}

function ready(config = withPass, said: Partial<SaidTicket> = {}): House {
  const house = new House(config);
  house.put({ ...order, ...said });
  house.bump('burger');
  house.bump('chips', fry);
  house.bump('cake');
  return house;
}

describe('an order on its way out', () => {
  test('[H2] stands by what is to be done for it: at the door, ready, packed, cooking, over', () => {
    const house = ready();
    house.put({ ...order, id: 'T2', promisedAt: house.now + 20 * MINUTE });
    house.put({ ...order, id: 'T3', promisedAt: house.now + 10 * MINUTE });
    expect(list(house).map(({ externalId, stage }) => [externalId, stage])).toEqual([
      ['T1', 'ready'],
      ['T3', 'cooking'],
      ['T2', 'cooking'],
    ]);
    house.say(
      { type: 'ticket.handoff', ticket: { source: 'pos', id: 'T2' }, step: 'courier_here', isOn: true },
      pos,
    );
    expect(step(house, 'packed')).toBe('applied');
    expect(list(house).map(({ externalId, stage }) => [externalId, stage])).toEqual([
      ['T2', 'here'],
      ['T1', 'packed'],
      ['T3', 'cooking'],
    ]);
    step(house, 'handed_over');
    expect(list(house).at(-1)).toMatchObject({ externalId: 'T1', stage: 'handed_over' });
    expect(handOffCount(house.state, house.now)).toBe(2);
    step(house, 'handed_over', false);
    step(house, 'returned');
    expect(one(house)?.stage).toBe('returned');
  });

  test('[H2] is no table’s food, nor one eaten at the bar', () => {
    const house = new House(withPass);
    house.put({ items: [{ id: 'a' }] });
    house.put({ ...order, id: 'T2', channel: 'bar' });
    house.put({
      ...order,
      id: 'T3',
      releaseAt: house.now + 60 * MINUTE,
      promisedAt: house.now + 90 * MINUTE,
    });
    expect(list(house)).toEqual([]);
  });

  test('[H2] the oldest ready stands first', () => {
    const house = ready();
    house.later(MINUTE);
    house.put({ ...order, id: 'T0', items: [{ id: 'soup' }] });
    house.bump('soup', grill, { ticket: 'T0' });
    expect(list(house).map(({ externalId }) => externalId)).toEqual(['T1', 'T0']);
  });
});

describe('packing', () => {
  test('[H3] dishes are ticked into bag 1 of 2, and the last one makes it packed', () => {
    const house = ready();
    expect(pack(house, ['burger'], 1, 2)).toBe('applied');
    expect(pack(house, ['burger'], 1, 2)).toBe('noop');
    expect(one(house)).toMatchObject({ bags: 2, isPacked: false, stage: 'ready' });
    expect(pack(house, ['chips', 'cake'], 2, 2)).toBe('applied');
    expect(one(house)).toMatchObject({ isPacked: true, stage: 'packed' });
    expect(one(house)?.lines.map(({ line, bag }) => [line.name, bag])).toEqual([
      ['burger', 1],
      ['chips', 2],
      ['cake', 2],
    ]);
    expect(house.events('ticket.packed').map(({ isOn }) => isOn)).toEqual([true]);
  });

  test('[H3] into a bag is over the pass, out of it is back on it', () => {
    const house = ready();
    pack(house, ['burger', 'chips', 'cake'], 1);
    expect(house.batch('burger')).toMatchObject({ run: 2, bag: 1 });
    expect(house.ticket().endedAt).toBe(house.now);
    expect(pack(house, ['burger'], null)).toBe('applied');
    expect(house.batch('burger')).toMatchObject({ run: 0, bag: null, bumped: 2 });
    expect(house.ticket()).toMatchObject({ endedAt: null, handoff: { packedAt: null } });
    expect(house.events('ticket.packed').map(({ isOn }) => isOn)).toEqual([true, false]);
    expect(house.replayed()).toEqual(house.state);
  });

  test('[H3] what is not ready goes into no bag, and no bag beyond the last is filled', () => {
    const house = new House(withPass);
    house.put(order);
    house.bump('burger', grill, { quantity: 1 });
    expect(pack(house, ['burger'], 1)).toBe('not_ready');
    expect(step(house, 'packed')).toBe('not_ready');
    house.bump('burger');
    expect(pack(house, ['burger'], 3, 2)).toBe('invalid');
  });

  test('[H3] an add-on, a refire and a recall take PACKED back', () => {
    const house = ready();
    step(house, 'packed');
    house.later(MINUTE).put({ ...order, items: [...(order.items ?? []), { id: 'soup' }] });
    expect(one(house)).toMatchObject({ isPacked: false, stage: 'cooking' });
    house.bump('soup');
    expect(pack(house, ['soup'], 1)).toBe('applied');
    expect(one(house)?.isPacked).toBe(true);
    const { id: ticket } = house.ticket();
    house.say({ type: 'item.refire', ticket, item: house.item('cake').id, reason: 'dropped' }, expo);
    expect(one(house)?.isPacked).toBe(false);
  });

  test('[H3] PACKED puts the rest into the last bag; a second press takes all out', () => {
    const house = ready();
    pack(house, ['burger'], 1, 2);
    step(house, 'packed');
    expect(one(house)?.lines.map(({ bag }) => bag)).toEqual([1, 2, 2]);
    step(house, 'packed', false);
    expect(one(house)).toMatchObject({ stage: 'ready', bags: 2 });
    expect(one(house)?.lines.map(({ bag }) => bag)).toEqual([null, null, null]);
  });

  test('[H3] a house without a pass packs what it has made', () => {
    const house = ready(twoStations);
    expect(one(house)?.stage).toBe('ready');
    expect(pack(house, ['burger', 'chips', 'cake'], 1)).toBe('applied');
    expect(pack(house, ['cake'], null)).toBe('applied');
    expect(house.batch('cake')).toMatchObject({ run: 1, bag: null });
  });

  test('[H3] an allergy’s dish goes into the bag only looked at, and never with the rest', () => {
    for (const config of [withPass, twoStations]) {
      const house = new House(config);
      house.put({ ...order, allergies: [{ allergen: 'sesame' }], items: [{ id: 'burger' }] });
      house.hear('?:sesame');
      house.bump('burger');
      expect(one(house)?.bands).toMatchObject([{ allergen: 'sesame' }]);
      expect(pack(house, ['burger'], 1, 1, false)).toBe('plates_unchecked');
      expect(step(house, 'packed')).toBe('plates_unchecked');
      expect(pack(house, ['burger'], 1)).toBe('applied');
      expect(house.events('allergy.plates_checked')).toHaveLength(1);
      expect(one(house)?.stage).toBe('packed');
    }
  });
});

describe('what nobody fetches', () => {
  test('[H4] is asked about so long after its promise, until it is handed over or said to be not collected', () => {
    const house = ready(withPass, { promisedAt: new House().now + 10 * MINUTE });
    const alerts = () => Object.keys(house.state.alerts);
    const code = `not_collected:${house.ticket().id}`;
    step(house, 'packed');
    house.later(39 * MINUTE).tick();
    expect(alerts()).toEqual([]);
    house.later(MINUTE).tick();
    expect(alerts()).toEqual([code]);
    expect(house.tick()).toBe(0);
    step(house, 'returned');
    expect(alerts()).toEqual([]);
    expect(house.tick()).toBe(0);
  });

  test('[H4] who stands at the door is not missing', () => {
    const house = ready();
    step(house, 'packed');
    step(house, 'courier_here');
    house.later(59 * MINUTE).tick();
    expect(house.state.alerts).toEqual({});
  });

  test('[H4] a packed order stays on the list beyond the recall window, until it has gone', () => {
    const house = ready();
    step(house, 'packed');
    house.later(3 * 60 * MINUTE).tick();
    expect(one(house)?.stage).toBe('packed');
    step(house, 'handed_over');
    house.tick();
    expect(list(house)).toEqual([]);
  });
});
