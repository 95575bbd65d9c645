import { expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { expoColumn } from '../../../shared/domain/selectors/expoColumn.ts';
import { cook, grill, House, screen, twoStations } from '../../support/house.ts';

function house(pass: 'none' | 'expo'): House {
  const made = new House(HouseConfig.parse({ ...twoStations, pass }));
  made.put({
    items: [
      { id: 'soup', course: 1 },
      { id: 'lamb', course: 2 },
      { id: 'cake', course: 3 },
    ],
  });
  made.put({ id: 'T2', table: '7', items: [{ id: 'fish' }] });
  return made;
}

const rows = (made: House) =>
  expoColumn(made.state, made.config, made.now).map(({ tile, next }) => [tile.title, next]);

test('[B7] beside a station’s board stands every open table, with the course that comes next', () => {
  const made = house('none');
  expect(rows(made)).toEqual([
    ['12', 2],
    ['7', null],
  ]);
  const fire = { type: 'course.fire', ticket: made.ticket().id, course: 2, seen: made.seq } as const;
  expect(made.say(fire, cook(grill))).toBe('applied');
  expect(rows(made)[0]).toEqual(['12', 3]);
});

test('[B8] where the house has a pass its presses want expo’s role, which a station’s screen may be given', () => {
  const made = house('expo');
  made.bump('soup');
  const run = {
    type: 'course.run',
    ticket: made.ticket().id,
    course: 1,
    portions: [{ item: made.item('soup').id, batch: 1, quantity: 1 }],
    anyway: false,
    seen: made.seq,
  } as const;
  expect(made.say(run, cook(grill))).toBe('forbidden');
  expect(made.say(run, screen(['kitchen', 'expo'], grill))).toBe('applied');
});
