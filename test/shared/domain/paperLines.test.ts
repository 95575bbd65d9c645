import { describe, expect, test } from 'vitest';
import { type PaperLine, paperLines } from '../../../shared/domain/selectors/paperLines.ts';
import { cook, grill } from '../../support/house.ts';
import { PaperHouse } from '../../support/paperHouse.ts';

const lines = ({ house }: PaperHouse): PaperLine[] => paperLines(house.state, house.config, house.now, 1);

async function opened(): Promise<PaperHouse> {
  const paper = new PaperHouse();
  await paper.queue.start();
  paper.put({ id: 'T1', table: '12', items: [{ id: 'a', course: 1 }] });
  return paper;
}

describe('what expo is told of paper', () => {
  test('[C1] nothing for 3 s, then amber with the table, and nothing once the chit is out', async () => {
    const paper = await opened();
    await paper.pass(2);
    expect(lines(paper)).toEqual([]);
    await paper.pass(1);
    expect(lines(paper)).toMatchObject([
      { kind: 'unseen', weight: 'amber', station: 'grill', titles: ['12'] },
    ]);
    await paper.pass(6);
    expect(lines(paper)).toEqual([]);
  });

  test('[C2] a station that nobody prints for is loud after 8 s', async () => {
    const paper = await opened();
    paper.house.config = { ...paper.house.config, printers: [] };
    await paper.pass(9);
    expect(lines(paper)).toMatchObject([{ kind: 'unseen', weight: 'loud', station: 'grill' }]);
  });

  test('[C2] listed and not painted for 90 s is said', async () => {
    const paper = await opened();
    paper.list();
    await paper.pass(89);
    expect(lines(paper)).toEqual([]);
    await paper.pass(2);
    expect(lines(paper)).toMatchObject([{ kind: 'notPainted', station: 'grill' }]);
    const { id, versions } = paper.house.ticket();
    const ref = { ticket: id, version: versions[grill] ?? 0 };
    paper.house.say({ type: 'receipt.report', station: grill, listed: [], painted: [ref] }, cook(grill));
    expect(lines(paper)).toEqual([]);
  });

  test('[C10] what a printer lacks, with how many wait', async () => {
    const paper = await opened();
    paper.printer('line').now = { kind: 'paper', detail: '' };
    paper.printer('pass').now = { kind: 'paper', detail: '' };
    await paper.pass(20);
    expect(lines(paper)).toMatchObject([{ kind: 'waiting', trouble: 'paper', count: 1 }]);
  });

  test('[C7] a chit of unknown fate, with its number and tables; [C9] what was missed', async () => {
    const paper = await opened();
    paper.printer('line').outcome = { kind: 'unknown', why: 'died' };
    await paper.pass(9);
    expect(lines(paper)).toMatchObject([{ kind: 'unknown', number: 1, titles: ['12'] }]);
    paper.printer('line').now = { kind: 'paper', detail: '' };
    paper.printer('pass').now = { kind: 'paper', detail: '' };
    paper.put({ id: 'T2', table: '14', items: [{ id: 'a', course: 1 }] });
    await paper.pass(12 * 60);
    expect(lines(paper)).toMatchObject([{ kind: 'unknown' }, { kind: 'missed', station: 'grill', count: 1 }]);
  });
});
