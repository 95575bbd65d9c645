import { expect, test } from 'vitest';
import { printerStates } from '../../../shared/domain/selectors/printerStates.ts';
import type { ChitId } from '../../../shared/lib/ids.ts';
import { expo, grill, MINUTE } from '../../support/house.ts';
import { PaperGrill } from '../../support/paperGrill.ts';

function ask({ house }: PaperGrill): ChitId {
  house.say({ type: 'chit.ask', ticket: house.ticket().id, at: grill }, expo);
  const chit = Object.values(house.state.chits).at(-1);
  if (chit === undefined) throw new Error('no chit');
  return chit.id;
}

test('[C10] each printer with what waits for it, what keeps it, when it last printed and what went wrong last', () => {
  const made = new PaperGrill();
  const { house } = made;
  const line = () => printerStates(house.state, house.config)[0];
  expect(line()).toMatchObject({ id: 'line', stations: [grill, 'fry'], waiting: null, printedAt: null });
  made.put({ table: '8', items: [{ id: 'a', course: 1, name: 'Bass' }] });
  made.print();
  const printedAt = house.now;
  expect(line()).toMatchObject({ waiting: null, trouble: null, printedAt, problem: null });
  house.now += MINUTE;
  const chit = ask(made);
  const since = house.now;
  house.say({ type: 'chit.wait', chit, printer: 'line', trouble: 'paper' });
  expect(line()).toMatchObject({
    waiting: { count: 1, since },
    trouble: 'paper',
    isPrinting: false,
    printedAt,
  });
  house.say({ type: 'chit.send', chit });
  expect(line()).toMatchObject({ waiting: null, trouble: null, isPrinting: true });
  house.say({ type: 'chit.settle', chit, outcome: 'unknown', trouble: 'cover' });
  expect(line()).toMatchObject({ isPrinting: false, problem: { number: 2, trouble: 'cover' } });
  house.say({ type: 'chit.answer', chit, answer: 'drop' }, expo);
  expect(line()?.problem).toMatchObject({ number: 2 });
});
