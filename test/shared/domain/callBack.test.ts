import { describe, expect, test } from 'vitest';
import { callBacks } from '../../../shared/domain/model/callBack.ts';
import { allergyBands } from '../../../shared/domain/selectors/allergyBands.ts';
import { paperLines } from '../../../shared/domain/selectors/paperLines.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { feedBody } from '../../../shared/protocol/outside/feedBody.ts';
import { cook, expo, grill } from '../../support/house.ts';
import { PaperGrill } from '../../support/paperGrill.ts';

const SAID = {
  table: '8',
  items: [
    { id: 'bass', course: 1, name: 'Bass', seat: 2 },
    { id: 'steak', course: 1, name: 'Steak', seat: 3 },
  ],
  allergies: [{ allergen: 'sesame', severity: 'allergy', seat: 2 }],
};

const none: ReadonlySet<StationId> = new Set();

function kitchen(): PaperGrill {
  const made = new PaperGrill();
  made.put(SAID);
  return made;
}

function press({ house }: PaperGrill, down: ReadonlySet<StationId>, by = expo) {
  const ticket = house.ticket();
  const [owed] = callBacks(ticket, new Set([grill]));
  if (owed === undefined) throw new Error('nothing is owed');
  const { allergies, portions } = owed;
  return house.say(
    {
      type: 'allergy.callBack',
      ticket: ticket.id,
      at: grill,
      allergies: allergies.map(({ key }) => key),
      portions: [...portions],
      isDown: down.has(grill),
      seen: house.seq,
    },
    by,
  );
}

describe('CALLED, HEARD BACK', () => {
  test('[A14] for food on paper it is the station’s hearing, with who and when, and the food is free', () => {
    const made = kitchen();
    expect(made.house.bump('bass', grill)).toBe('allergy_unheard');
    made.print();
    expect(press(made, none)).toBe('applied');
    const [band] = allergyBands(made.house.ticket(), grill);
    expect(band).toMatchObject({ isOwed: false, heard: [{ station: grill, at: made.house.now }] });
    expect(band?.heard[0]?.calledBy).toBe('expo');
    expect(made.house.bump('bass', grill)).toBe('applied');
  });

  test('[A14] a station whose screen shows it hears it itself, as does a cook for himself', () => {
    const made = kitchen();
    expect(callBacks(made.house.ticket(), none)).toEqual([]);
    expect(press(made, none)).toBe('wrong_station');
    made.print();
    expect(press(made, none, cook(grill))).toBe('forbidden');
  });

  test('[A14] a screen that is back and lists it hears it itself again', () => {
    const made = kitchen();
    made.print();
    const { id, versions } = made.house.ticket();
    const listed = [{ ticket: id, version: versions[grill] ?? 0 }];
    made.house.say({ type: 'receipt.report', station: grill, listed, painted: [] }, cook(grill));
    expect(callBacks(made.house.ticket(), none)).toEqual([]);
    expect(press(made, none)).toBe('wrong_station');
  });

  test('[A14] for a station that is down also before its paper is out', () => {
    const made = kitchen();
    expect(press(made, new Set([grill]))).toBe('applied');
    expect(callBacks(made.house.ticket(), new Set([grill]))).toEqual([]);
  });

  test('[A14] food that came after the paper is called when it is on paper too', () => {
    const made = kitchen();
    made.print();
    made.put({ ...SAID, items: [...SAID.items, { id: 'soup', course: 1, name: 'Soup', seat: 2 }] });
    const [owed] = callBacks(made.house.ticket(), none);
    expect(owed?.portions).toEqual([{ item: made.house.item('bass').id, batch: 1 }]);
    expect(press(made, none)).toBe('applied');
    expect(made.house.bump('soup', grill)).toBe('allergy_unheard');
    made.print();
    expect(press(made, none)).toBe('applied');
    expect(made.house.bump('soup', grill)).toBe('applied');
  });

  test('[A14] expo is told from the paper until it is called, first of all lines', () => {
    const made = kitchen();
    const lines = () => {
      const { state, config, now } = made.house;
      return paperLines(state, config, now, 1).filter(({ kind }) => kind === 'call');
    };
    expect(lines()).toEqual([]);
    made.print();
    expect(lines()).toMatchObject([
      { station: grill, title: '8', allergies: [{ allergen: 'sesame', seat: 2 }] },
    ]);
    press(made, none);
    expect(lines()).toEqual([]);
  });

  test('[A14] the feed says who called it; of a station’s own press it says nothing more', () => {
    const heard = (made: PaperGrill) => {
      const event = made.house.events('allergy.heard').at(-1);
      return event && feedBody(event);
    };
    const called = kitchen();
    called.print();
    press(called, none);
    expect(heard(called)).toMatchObject({ station: grill, calledBy: 'expo' });
    const own = kitchen();
    own.house.hear('2:sesame', grill);
    expect(heard(own)).not.toHaveProperty('calledBy');
  });
});
