import { describe, expect, test } from 'vitest';
import { facesOf, keyOf, type TableFace } from '../../../../renderer/screens/host/floor/tableFace.ts';
import { reuseSame } from '../../../../renderer/ui/reuseSame.ts';
import { floorView } from '../../../../shared/domain/selectors/floorView.ts';
import { DoorHouse, host } from '../../../support/doorHouse.ts';
import { HOUR, MINUTE } from '../../../support/house.ts';

/** The plan of a house, looked at again and again, and which tables have to be drawn again. */
class Plan {
  readonly house = new DoorHouse();
  faces: readonly TableFace[] = [];

  look(): string[] {
    const { state, config, now } = this.house;
    const before = new Set(this.faces);
    const faces = facesOf(floorView(state, config, now), config.floor, ({ externalId }) => externalId);
    this.faces = reuseSame(this.faces, faces, keyOf);
    return this.faces.filter((face) => !before.has(face)).map(keyOf);
  }

  face(table: string): TableFace {
    const found = this.faces.find(({ tables }) => tables.includes(table));
    if (!found) throw new Error(`no table ${table}`);
    return found;
  }
}

describe('what of the plan is drawn again', () => {
  test('nothing, when nothing has happened, and a minute later each clock by itself', () => {
    const plan = new Plan();
    expect(plan.look()).toHaveLength(6);
    const { faces } = plan;
    plan.house.later(MINUTE);
    expect(plan.look()).toEqual([]);
    expect(plan.faces).toBe(faces);
  });

  test('the table at which something happened, and no other', () => {
    const plan = new Plan();
    const { house } = plan;
    house.book({ allergies: [{ allergen: 'sesame' }] });
    plan.look();
    house.seat('r1', ['12']);
    expect(plan.look()).toEqual(['12']);
    house.put({ items: [{ id: 'soup', course: 1 }] });
    expect(plan.look()).toEqual(['12']);
    expect(plan.face('12')).toMatchObject({ stage: 'cooking', move: 'KITCHEN', allergens: ['sesame'] });
    house.hear('?:sesame');
    house.bump('soup');
    expect(plan.look()).toEqual(['12']);
    expect(plan.face('12').stage).toBe('on_the_table');
  });
});

describe('tables pushed together', () => {
  test('are one, with the seats of that combination', () => {
    const plan = new Plan();
    plan.house.book({ covers: 7 });
    plan.house.seat('r1', ['12', '13']);
    plan.look();
    expect(plan.faces.map(keyOf)).toEqual(['10', '11', '12 + 13', '14', '15']);
    expect(plan.face('13')).toMatchObject({ stage: 'seated', covers: 7, seats: 8, guest: 'r1' });
  });
});

test('an empty table says for whom it is kept; one of the POS alone stands there without seats', () => {
  const plan = new Plan();
  const { house } = plan;
  house.book({ tables: ['14'], covers: 3, vip: true, at: house.now + 20 * MINUTE });
  house.book({ id: 'r2', tables: ['15'], at: house.now + 2 * HOUR });
  house.say({ type: 'table.mark', table: '11', state: 'blocked', reason: 'leak', until: null }, host);
  house.put({ id: 'T9', table: 'T99', items: [{ id: 'soup', course: 1 }] });
  plan.look();
  expect(plan.face('14')).toMatchObject({ stage: 'reserved', covers: 3, guest: 'r1', isVip: true });
  expect(plan.face('15')).toMatchObject({ stage: 'open', seats: 4, next: { covers: 4, name: 'r2' } });
  expect(plan.face('11')).toMatchObject({ stage: 'blocked', blocked: { reason: 'leak', until: null } });
  expect(plan.face('T99')).toMatchObject({ stage: 'cooking', seats: null });
});
