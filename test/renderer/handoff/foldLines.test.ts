import { describe, expect, test } from 'vitest';
import { FIRST_LINES, foldedLines, platesOf } from '../../../renderer/screens/handoff/foldLines.ts';
import { packLines } from '../../../renderer/screens/handoff/packCommands.ts';
import { type HandOffOrder, handOffList } from '../../../shared/domain/selectors/handOffList.ts';
import { expo, House, twoStations } from '../../support/house.ts';

/** An order of so many dishes, two plates each; `allergic`: the indices of those for the guest with an allergy. */
function house(count: number, allergic: readonly number[] = []): House {
  const made = new House(twoStations);
  const items = Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    quantity: 2,
    seat: allergic.includes(index) ? 2 : 1,
  }));
  made.put({
    channel: 'takeout',
    table: null,
    items,
    allergies: allergic.length > 0 ? [{ allergen: 'sesame', seat: 2 }] : [],
  });
  if (allergic.length > 0) made.hear('2:sesame');
  return made;
}

function order(made: House): HandOffOrder {
  const [first] = handOffList(made.state, made.config, made.now);
  if (!first) throw new Error('no order');
  return first;
}
const folded = (made: House) => [...foldedLines(order(made))].map(({ line }) => line.name);
const named = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `d${from + index}`);
const bag = (made: House, ...names: readonly string[]) => {
  const lines = order(made).lines.filter(({ line }) => names.includes(line.name));
  expect(made.say(packLines(order(made), lines, 1).command(made.seq), expo)).toBe('applied');
};

describe('a long order on the hand-off list', () => {
  test('[H5] shows its first four lines, and how many plates stand behind a press', () => {
    const made = house(15);
    expect(folded(made)).toEqual(named(FIRST_LINES, 15));
    expect(platesOf(foldedLines(order(made)))).toBe(22);
  });
  test('[H5] that is one line longer is not folded: the row would be as high', () => {
    expect(folded(house(FIRST_LINES + 1))).toEqual([]);
    expect(folded(house(FIRST_LINES + 2))).toHaveLength(2);
  });
  test('[H5] a dish for an allergy is never folded, and takes the place of another', () => {
    const made = house(12, [10, 11]);
    expect(folded(made)).toEqual(named(2, 10));
  });
  test('[H5] nine allergies are nine lines', () => {
    const allergic = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(folded(house(12, allergic))).toEqual(['d0', 'd10', 'd11']);
  });
  test('[H5] what is missing from the bags is not folded; what is in one is', () => {
    const made = house(14);
    for (const name of named(0, 14)) made.bump(name);
    bag(made, ...named(0, 11));
    expect(folded(made)).toEqual(named(1, 11));
    bag(made, 'd11', 'd12', 'd13');
    expect(folded(made)).toHaveLength(14 - FIRST_LINES);
  });
  test('[H5] somebody waits at the door: all that is in no bag is missing', () => {
    const made = house(12);
    const { id: ticket } = made.ticket();
    made.say({ type: 'ticket.handoff', ticket, step: 'courier_here', isOn: true }, expo);
    expect(folded(made)).toEqual([]);
  });
});
