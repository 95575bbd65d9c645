import { describe, expect, it } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { dueChits, quietHouse } from '../../../shared/domain/commands/dueChits.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { EVENING, grill, MINUTE } from '../../support/house.ts';
import { PAPER_CONFIG, PaperHouse } from '../../support/paperHouse.ts';

const SECOND = 1_000;

async function opened(): Promise<PaperHouse> {
  const paper = new PaperHouse();
  await paper.queue.start();
  return paper;
}

/** Another dish with each call: a new version of the same ticket. */
function putMore(paper: PaperHouse, dishes: number): void {
  const items = Array.from({ length: dishes }, (_, n) => ({ id: `dish${n}`, course: 1 }));
  paper.put({ id: 'T1', items });
}

describe('the seconds until paper', () => {
  it('[C12] a ticket that changes every 5 s is on paper 8 s after its first fired food', async () => {
    const paper = await opened();
    putMore(paper, 1);
    await paper.pass(5);
    putMore(paper, 2);
    await paper.pass(2);
    expect(paper.printer('line').paper).toEqual([]);
    await paper.pass(1);
    expect(paper.printer('line').paper).toEqual([1]);
    expect(paper.chits()[0]?.reason.since).toBe(EVENING);
    // What is on paper is news no more: the next change has its own 8 s, and so has the one after.
    await paper.pass(2);
    putMore(paper, 3);
    await paper.pass(5);
    putMore(paper, 4);
    await paper.pass(2);
    expect(paper.printer('line').paper).toEqual([1]);
    await paper.pass(1);
    expect(paper.printer('line').paper).toEqual([1, 2]);
  });

  it('[C12] what a screen has listed gives its successor 8 s of its own', async () => {
    const paper = await opened();
    putMore(paper, 1);
    await paper.pass(7);
    paper.list();
    putMore(paper, 2);
    await paper.pass(7);
    expect(paper.chits()).toEqual([]);
    await paper.pass(1);
    expect(paper.chits()).toHaveLength(1);
  });

  it('[C12] a held course that nobody had to list costs the fired one nothing of its time', async () => {
    const paper = await opened();
    const items = [
      { id: 'starter', course: 1, stations: ['fry'] },
      { id: 'main', course: 2 },
    ];
    paper.put({ items });
    const { id: ticket } = paper.house.ticket();
    paper.house.now += 20 * MINUTE;
    expect(paper.house.say({ type: 'course.fire', ticket, course: 2, seen: paper.house.seq })).toBe(
      'applied',
    );
    await paper.pass(7);
    expect(paper.chits().filter(({ station }) => station === grill)).toEqual([]);
    await paper.pass(1);
    expect(paper.chits().filter(({ station }) => station === grill)).toHaveLength(1);
  });

  it('[C12] what comes while a chit is printed has its time from when that chit is out', async () => {
    const paper = await opened();
    let out: () => void = () => undefined;
    paper.printer('line').during = () =>
      new Promise<void>((resolve) => {
        out = resolve;
      });
    putMore(paper, 1);
    await paper.pass(8);
    putMore(paper, 2);
    await paper.pass(3);
    out();
    await paper.settle();
    await paper.pass(7);
    expect(paper.chits()).toHaveLength(1);
    await paper.pass(1);
    expect(paper.chits().map(({ kind }) => kind)).toEqual(['ticket', 'change']);
  });

  it('[C12] food that nobody has listed takes its clock along to another ticket', async () => {
    const paper = await opened();
    putMore(paper, 1);
    await paper.pass(6);
    const moved = { id: 'new', course: 1, movedFrom: { id: 'T1', item: 'dish0' } };
    paper.put({ id: 'T2', table: '14', items: [moved] });
    await paper.pass(1);
    expect(paper.chits()).toEqual([]);
    await paper.pass(1);
    expect(paper.chits()[0]?.parts.map(({ ticket }) => ticket)).toEqual([paper.house.ticket('T2').id]);
  });
});

const BUSY = HouseConfig.parse({
  ...PAPER_CONFIG,
  stations: ['grill', 'fry', 'cold', 'pastry'].map((id) => ({ id, name: id })),
});

/** Of each ticket, how often its food was looked at. */
function counted(state: State): { readonly state: State; readonly looks: () => number } {
  let looks = 0;
  const watched = (ticket: Ticket): Ticket =>
    new Proxy(ticket, {
      get: (target, key) => {
        if (key === 'items') looks += 1;
        return Reflect.get(target, key);
      },
    });
  let { tickets } = state;
  for (const [id, ticket] of state.tickets.entries()) tickets = tickets.with(id, watched(ticket));
  return { state: { ...state, tickets }, looks: () => looks };
}

describe('the look that is taken four times a second', () => {
  it('costs a change what its own ticket costs, of 300 that are open', () => {
    const paper = new PaperHouse();
    for (let n = 0; n < 300; n += 1)
      paper.put({ id: `T${n}`, table: `${n}`, items: [{ id: 'a', course: 1 }] });
    for (let n = 1; n < 300; n += 1) paper.list(`T${n}`);
    const { state, looks } = counted(paper.house.state);
    const look = (at: State) => dueChits(at, BUSY, EVENING + 9 * SECOND, quietHouse);
    expect(look(state)).toHaveLength(1);
    const first = looks();
    for (let tick = 0; tick < 100; tick += 1) look(state);
    expect(looks()).toBe(first);
    // One ticket more, and one chit: the other 300 are not looked at again.
    const { tickets } = state;
    const [[id, ticket] = []] = tickets.entries();
    if (id === undefined || ticket === undefined) throw new Error('no ticket');
    look({ ...state, tickets: tickets.with(id, { ...ticket }), chits: { ...state.chits } });
    expect(looks() - first).toBeLessThan(10);
  });
});
