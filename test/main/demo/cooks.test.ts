import { describe, expect, test } from 'vitest';
import { ExpoCook } from '../../../main/demo/cooks/ExpoCook.ts';
import { StationCook } from '../../../main/demo/cooks/StationCook.ts';
import { Random } from '../../../shared/demo/random.ts';
import { cook, expo, grill, House, MINUTE } from '../../support/house.ts';

const SECOND = 1_000;

function kitchen(onlyPastLateMs: number | null) {
  const house = new House();
  const hand = new StationCook({ station: grill, random: new Random(1), onlyPastLateMs });
  /** Looks every 5 s for so long; the presses made, by type. */
  const work = (ms: number) => {
    const made: string[] = [];
    for (let passed = 0; passed < ms; passed += 5 * SECOND) {
      house.later(5 * SECOND);
      const { state, config, now } = house;
      for (const press of hand.look({ state, config, now })) {
        // Refused presses count too: this cook makes none.
        made.push(press.command.type);
        expect(house.say(press.command, cook(grill))).toBe('applied');
      }
    }
    return made;
  };
  return { house, work };
}

const order = { items: [{ id: 'a', seat: 1, prepSeconds: 480 }] };
const sesame = [{ allergen: 'sesame', severity: 'allergy', seat: 1 }];

describe('an automatic cook', () => {
  test('hears the ticket and makes the dish ready about when the menu says', () => {
    const { house, work } = kitchen(null);
    house.put(order);
    expect(work(4 * MINUTE)).toEqual(['ticket.hear']);
    expect(work(6 * MINUTE)).toEqual(['item.bump']);
  });

  test('hears an allergy by its own command before anything of it is touched', () => {
    const { house, work } = kitchen(null);
    house.put({ ...order, allergies: sesame });
    expect(work(12 * MINUTE)).toEqual(['allergy.hear', 'item.bump']);
  });

  test('leaves alone what a conflict blocks', () => {
    const { house, work } = kitchen(null);
    const items = [{ id: 'a', seat: 1, prepSeconds: 480, allergens: ['sesame'] }];
    house.put({ items, allergies: sesame });
    expect(work(20 * MINUTE)).not.toContain('item.bump');
  });

  test('reads a void and takes nothing else from it', () => {
    const { house, work } = kitchen(null);
    house.put({ ...order, revision: 1 });
    work(2 * MINUTE);
    house.put({ items: [{ ...order.items[0], id: 'a', state: 'void' }], revision: 2 });
    const made = work(2 * MINUTE);
    expect(made).toContain('changes.see');
    expect(made).not.toContain('item.bump');
  });

  test('where a person cooks, steps in only for what is well past LATE', () => {
    const { house, work } = kitchen(4 * MINUTE);
    house.put(order);
    // Target 8 min, LATE at 9, four more for the person.
    expect(work(13 * MINUTE)).toEqual([]);
    expect(work(4 * MINUTE)).toEqual(expect.arrayContaining(['item.bump']));
  });
});

describe('the automatic pass', () => {
  test('fires what the hub was too late to fire, and sends a course out when all of it is ready', () => {
    const house = new House();
    house.config = { ...house.config, pass: 'expo' };
    const hand = new ExpoCook(new Random(1));
    const work = (ms: number) => {
      const made: string[] = [];
      for (let passed = 0; passed < ms; passed += 5 * SECOND) {
        house.later(5 * SECOND);
        const { state, config, now } = house;
        for (const press of hand.look({ state, config, now })) {
          if (house.say(press.command, expo) === 'applied') made.push(press.command.type);
        }
      }
      return made;
    };
    const due = house.now + 5 * MINUTE;
    house.put({ items: [{ id: 'a', course: 1 }], courses: [{ number: 1, said: 'held', fireAt: due }] });
    house.later(30 * MINUTE).tick();
    expect(work(MINUTE)).toEqual(['course.fire']);
    expect(work(5 * MINUTE)).toEqual([]);
    house.bump('a');
    expect(work(2 * MINUTE)).toEqual(['course.run']);
  });
});
