import { describe, expect, test } from 'vitest';
import { handOffSound } from '../../../renderer/screens/handoff/handOffSound.ts';
import { packableTogether, packLines, stepOf } from '../../../renderer/screens/handoff/packCommands.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { type HandOffOrder, handOffList } from '../../../shared/domain/selectors/handOffList.ts';
import { expo, House, twoStations } from '../../support/house.ts';

const withPass = HouseConfig.parse({ ...twoStations, pass: 'expo' });

function house(): House {
  const made = new House(withPass);
  made.put({
    channel: 'takeout',
    table: null,
    items: [
      { id: 'a', seat: 1 },
      { id: 'b', seat: 2 },
      { id: 'c', seat: 3 },
    ],
    allergies: [{ allergen: 'sesame', seat: 1 }],
  });
  made.hear('1:sesame');
  for (const id of ['a', 'b']) made.bump(id);
  return made;
}

function order(made: House): HandOffOrder {
  const [first] = handOffList(made.state, made.config, made.now);
  if (!first) throw new Error('no order');
  return first;
}

const bagsOf = (made: House) => ['a', 'b', 'c'].map((id) => made.batch(id).bag);

describe('a press on the hand-off list', () => {
  test('[H3] PACK ALL takes what is ready, but no dish of an allergy', () => {
    const made = house();
    const rest = packableTogether(order(made));
    expect(rest.map(({ line }) => line.name)).toEqual(['b']);
    expect(made.say(packLines(order(made), rest, 1).command(made.seq), expo)).toBe('applied');
    expect(bagsOf(made)).toEqual([null, 1, null]);
  });

  test('[H3] one on an allergy’s dish says that it was looked at; its undo takes it out again', () => {
    const made = house();
    const before = order(made);
    const pressed = packLines(
      before,
      before.lines.filter(({ line }) => line.name === 'a'),
      2,
      2,
    );
    expect(made.say(pressed.command(made.seq), expo)).toBe('applied');
    expect(bagsOf(made)).toEqual([2, null, null]);
    expect(order(made).bags).toBe(2);
    expect(made.say(pressed.undo(made.seq), expo)).toBe('applied');
    expect(bagsOf(made)).toEqual([null, null, null]);
    expect(order(made).bags).toBe(1);
  });

  test('[H1] a step and its undo are the two sides of one', () => {
    const made = house();
    const pressed = stepOf(order(made), 'courier_here', true);
    made.say(pressed.command(made.seq), expo);
    expect(order(made).stage).toBe('here');
    made.say(pressed.undo(made.seq), expo);
    expect(order(made).stage).toBe('cooking');
  });
});

test('the list rings for who comes to the door, and sounds for what has become ready', () => {
  const made = house();
  const before = [order(made)];
  made.bump('c');
  const ready = [order(made)];
  expect(handOffSound(before, ready)).toBe('new');
  made.say(stepOf(order(made), 'courier_here', true).command(made.seq), expo);
  expect(handOffSound(ready, [order(made)])).toBe('hands');
  expect(handOffSound(ready, ready)).toBeNull();
});
