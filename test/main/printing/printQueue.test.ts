import { expect, it } from 'vitest';
import { expo, grill } from '../../support/house.ts';
import { PaperHouse } from '../../support/paperHouse.ts';

const OUT = { kind: 'paper', detail: 'paper out' } as const;

async function opened(): Promise<PaperHouse> {
  const paper = new PaperHouse();
  await paper.queue.start();
  return paper;
}

const put = (paper: PaperHouse, ...ids: string[]) => {
  for (const id of ids) paper.put({ id, table: id, items: [{ id: 'a', course: 1 }] });
};

it('[C7] the log says "sending" before the first byte and "on paper" only when the printer has confirmed', async () => {
  const paper = await opened();
  const seen: string[] = [];
  paper.printer('line').during = () => {
    seen.push(...paper.chits().map(({ state }) => state));
    expect(paper.house.events('ticket.on_paper')).toHaveLength(0);
  };
  put(paper, 'T1');
  await paper.pass(9);
  expect(seen).toEqual(['sending']);
  expect(paper.printer('line').paper).toEqual([1]);
  expect(paper.house.events('ticket.on_paper')).toHaveLength(1);
});

it('one chit at a time a printer, oldest first', async () => {
  const paper = await opened();
  let release: () => void = () => undefined;
  paper.printer('line').during = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  put(paper, 'T1', 'T2', 'T3');
  await paper.pass(9);
  for (let n = 0; n < 3; n += 1) {
    release();
    await paper.settle();
  }
  expect(paper.printer('line').busiest).toBe(1);
  expect(paper.printer('line').paper).toEqual([1, 2, 3]);
});

it('[C10] without paper in both printers it waits and says why; with new paper each comes once', async () => {
  const paper = await opened();
  paper.printer('line').now = OUT;
  paper.printer('pass').now = { kind: 'cover', detail: 'cover open' };
  put(paper, 'T1', 'T2');
  await paper.pass(60);
  expect(paper.chits().every(({ trouble, state }) => trouble !== null && state === 'queued')).toBe(true);
  paper.printer('line').now = { kind: 'ready' };
  paper.printer('pass').now = { kind: 'ready' };
  await paper.pass(30);
  expect([...paper.printer('line').paper, ...paper.printer('pass').paper].sort()).toEqual([1, 2]);
});

it('[C10] the printer that stands in takes over within 5 s', async () => {
  const paper = await opened();
  paper.printer('line').now = { kind: 'away', detail: 'no answer' };
  put(paper, 'T1');
  await paper.pass(9 + 5);
  expect(paper.printer('pass').paper).toEqual([1]);
  expect(paper.printer('line').paper).toEqual([]);
});

it('[C7] what may have printed is not tried again, however long it takes', async () => {
  const paper = await opened();
  paper.printer('line').outcome = { kind: 'unknown', why: 'died' };
  put(paper, 'T1');
  await paper.pass(120);
  paper.printer('line').outcome = { kind: 'printed' };
  await paper.pass(120);
  expect(paper.printer('line').paper).toEqual([]);
  expect(paper.chits().map(({ state, trouble }) => [state, trouble])).toEqual([['unknown', 'died']]);
});

it('[C7] a service that ended while it was sending does not send it again: a person does, as REPRINT', async () => {
  const paper = await opened();
  paper.printer('line').during = () => new Promise<void>(() => undefined);
  put(paper, 'T1');
  await paper.pass(9);
  paper.printer('line').during = () => undefined;
  await paper.restart();
  await paper.pass(30);
  const [chit] = paper.chits();
  expect(chit).toMatchObject({ state: 'unknown', trouble: 'hub_ended' });
  expect(paper.printer('line').paper).toEqual([]);
  if (chit) paper.house.say({ type: 'chit.answer', chit: chit.id, answer: 'again' }, expo);
  paper.told();
  await paper.settle();
  expect(paper.printer('line').paper).toEqual([2]);
});

it('[C4] what was queued when the service ended is printed once by the next', async () => {
  const paper = await opened();
  paper.printer('line').now = OUT;
  paper.printer('pass').now = OUT;
  put(paper, 'T1');
  await paper.pass(9);
  paper.printer('line').now = { kind: 'ready' };
  paper.printer('pass').now = { kind: 'ready' };
  await paper.restart();
  await paper.pass(30);
  expect([...paper.printer('line').paper, ...paper.printer('pass').paper]).toEqual([1]);
});

it('[C7] what comes due while the service is still starting is printed after it, and is not taken for one the last process left', async () => {
  const paper = new PaperHouse();
  put(paper, 'T1');
  await paper.pass(9);
  expect(paper.chits()).toHaveLength(1);
  expect(paper.printer('line').paper).toEqual([]);
  await paper.queue.start();
  await paper.settle();
  expect(paper.chits().map(({ state }) => state)).toEqual(['printed']);
});

it('[C17] what was queued for a station that may have printed it itself waits until that has been able to say so', async () => {
  const paper = new PaperHouse();
  paper.isHeld = true;
  await paper.queue.start();
  put(paper, 'T1');
  await paper.pass(20);
  expect(paper.chits().map(({ state }) => state)).toEqual(['queued']);
  expect(paper.printer('line').paper).toEqual([]);
  paper.isHeld = false;
  await paper.pass(2);
  expect(paper.printer('line').paper).toEqual([1]);
});

it('[C6] a screen that comes back before the paper saves it', async () => {
  const paper = await opened();
  paper.printer('line').now = OUT;
  paper.printer('pass').now = OUT;
  put(paper, 'T1');
  await paper.pass(9);
  paper.list('T1');
  paper.printer('line').now = { kind: 'ready' };
  paper.printer('pass').now = { kind: 'ready' };
  await paper.pass(30);
  expect([...paper.printer('line').paper, ...paper.printer('pass').paper]).toEqual([]);
  expect(paper.chits().map(({ state }) => state)).toEqual(['dropped']);
});

it('[C3] more than five that waited for one printer come on one board, oldest first; five come as five', async () => {
  for (const [count, slips] of [
    [5, 5],
    [7, 1],
  ] as const) {
    const paper = await opened();
    paper.printer('line').now = OUT;
    paper.printer('pass').now = OUT;
    for (let n = 0; n < count; n += 1) {
      put(paper, `T${n}`);
      await paper.pass(2, true);
    }
    paper.printer('line').now = { kind: 'ready' };
    paper.printer('pass').now = { kind: 'ready' };
    await paper.pass(30, true);
    const printed = paper.chits().filter(({ state }) => state === 'printed');
    expect(printed).toHaveLength(slips);
    const told = printed.flatMap(({ parts }) => parts.map(({ ticket }) => ticket));
    expect(told).toEqual(Array.from({ length: count }, (_, n) => paper.house.ticket(`T${n}`).id));
    expect(printed.every(({ kind }) => kind === (slips === 1 ? 'board' : 'ticket'))).toBe(true);
  }
});

it('[C9] paper out for 20 minutes of a busy night: one summary, not forty slips', async () => {
  const paper = await opened();
  paper.printer('line').now = OUT;
  paper.printer('pass').now = OUT;
  for (let n = 0; n < 40; n += 1) {
    put(paper, `T${n}`);
    await paper.pass(30, true);
  }
  await paper.pass(11 * 60, true);
  paper.printer('line').now = { kind: 'ready' };
  paper.printer('pass').now = { kind: 'ready' };
  await paper.pass(60, true);
  const out = () => [...paper.printer('line').paper, ...paper.printer('pass').paper];
  expect(out()).toEqual([]);
  expect(paper.house.say({ type: 'chit.summary', at: grill }, expo)).toBe('applied');
  paper.told();
  await paper.pass(10, true);
  expect(out()).toHaveLength(1);
  const summary = paper.chits().find(({ kind }) => kind === 'summary');
  expect(summary?.parts).toHaveLength(40);
  expect(paper.house.events('ticket.on_paper')).toHaveLength(40);
  await paper.pass(60, true);
  expect(out()).toHaveLength(1);
});
