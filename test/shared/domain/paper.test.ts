import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { House as Surroundings } from '../../../shared/domain/commands/dueChits.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import type { ChitId, StationId } from '../../../shared/lib/ids.ts';
import { cook, expo, fry, grill, House, MINUTE } from '../../support/house.ts';

const SECOND = 1_000;
const PRINTERS = [
  { id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' }, failover: 'pass' },
  { id: 'pass', name: 'Pass', link: { kind: 'network', host: '10.0.0.8' } },
];

function kitchen(more: object = {}): House {
  const config = {
    stations: [
      { id: 'grill', name: 'Grill' },
      { id: 'fry', name: 'Fry' },
    ],
    routes: [{ stations: ['grill'] }],
    printers: PRINTERS,
    paper: { printer: 'line' },
    pass: 'expo',
    ...more,
  };
  return new House(HouseConfig.parse(config));
}

const down = (...stations: StationId[]): Surroundings => ({
  speed: 1,
  downSince: (station) => (stations.includes(station) ? 1 : null),
});

const chits = (house: House): Chit[] => Object.values(house.state.chits);
const onlyChit = (house: House): Chit => {
  const [chit, ...others] = chits(house);
  if (chit === undefined || others.length > 0) throw new Error(`${chits(house).length} chits`);
  return chit;
};

function list(house: House, ticket = 'T1', station: StationId = grill): void {
  const { id, versions } = house.ticket(ticket);
  const ref = { ticket: id, version: versions[station] ?? 0 };
  house.say({ type: 'receipt.report', station, listed: [ref], painted: [] }, cook(station));
}

/** As the print queue does it: a word before the first byte and one after. */
function print(house: House, chit: ChitId, outcome: 'printed' | 'unknown' | 'failed' = 'printed'): void {
  expect(house.say({ type: 'chit.send', chit })).toBe('applied');
  expect(house.say({ type: 'chit.settle', chit, outcome, trouble: null })).toBe('applied');
}

function wait(house: House, seconds: number, surroundings?: Surroundings): void {
  for (let second = 0; second < seconds; second += 1) {
    house.now += SECOND;
    house.tick(surroundings);
  }
}

describe('when food goes on paper', () => {
  test('[C1] what no screen of its station has listed for 8 s is one chit, and what is listed in time is none', () => {
    const house = kitchen();
    house.put({ id: 'T1', items: [{ id: 'a', course: 1 }] });
    house.put({ id: 'T2', table: '14', items: [{ id: 'b', course: 1 }] });
    list(house, 'T2');
    wait(house, 7);
    expect(chits(house)).toEqual([]);
    wait(house, 30);
    expect(onlyChit(house)).toMatchObject({
      number: 1,
      station: 'grill',
      printer: 'line',
      kind: 'ticket',
      state: 'queued',
      reason: { kind: 'not_listed' },
      parts: [{ ticket: house.ticket('T1').id }],
    });
  });

  test('[C1] at a station without a screen at once', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1 }] });
    house.tick(down(fry));
    expect(chits(house)).toEqual([]);
    house.tick(down(grill));
    expect(onlyChit(house).reason).toMatchObject({ kind: 'station_down', since: 1 });
  });

  test('[C1] a receipt of another station counts for that one alone', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1, stations: ['grill', 'fry'] }] });
    list(house, 'T1', fry);
    wait(house, 9);
    expect(onlyChit(house).station).toBe('grill');
  });

  test('[C2] held courses, unreleased orders, closed stations and unpainted tiles print nothing', () => {
    const house = kitchen();
    house.put({
      id: 'T1',
      items: [
        { id: 'a', course: 1 },
        { id: 'b', course: 2 },
      ],
    });
    list(house, 'T1');
    house.put({
      id: 'T2',
      channel: 'takeout',
      table: null,
      releaseAt: house.now + 60 * MINUTE,
      items: [{ id: 'c' }],
    });
    wait(house, 120, down(fry));
    expect(chits(house)).toEqual([]);
  });

  test('[C2] without a printer nothing is due, and nothing breaks', () => {
    const house = kitchen({ printers: [], paper: {} });
    house.put({ items: [{ id: 'a', course: 1 }] });
    wait(house, 20, down(grill));
    expect(chits(house)).toEqual([]);
  });

  test('[C3] six due at once are one board chit, oldest first; five are five', () => {
    for (const count of [5, 6]) {
      const house = kitchen();
      for (let n = 0; n < count; n += 1) {
        house.now += SECOND;
        house.put({ id: `T${n}`, table: `${n}`, items: [{ id: 'a', course: 1 }] });
      }
      house.tick(down(grill));
      expect(chits(house)).toHaveLength(count === 5 ? 5 : 1);
      if (count === 5) continue;
      const board = onlyChit(house);
      expect(board.kind).toBe('board');
      expect(board.parts.map(({ ticket }) => ticket)).toEqual(
        [0, 1, 2, 3, 4, 5].map((n) => house.ticket(`T${n}`).id),
      );
    }
  });

  test('[C4] one chit a version, whoever asks the clock how often, and after a replay too', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1 }] });
    wait(house, 60, down(grill));
    print(house, onlyChit(house).id);
    wait(house, 60, down(grill));
    expect(house.events('chit.queued')).toHaveLength(1);
    expect(house.events('ticket.on_paper')).toHaveLength(1);
    expect(stateToDocument(house.replayed())).toEqual(stateToDocument(house.state));
  });
});

describe('what becomes of a chit', () => {
  const queued = () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1 }] });
    house.tick(down(grill));
    return { house, chit: onlyChit(house).id };
  };

  test('[C6] a screen that lists it while the printer is away saves the paper', () => {
    const { house, chit } = queued();
    house.say({ type: 'chit.wait', chit, printer: 'line', trouble: 'paper' });
    list(house);
    house.say({ type: 'chit.send', chit });
    expect(onlyChit(house).state).toBe('dropped');
    wait(house, 20, down(grill));
    expect(chits(house)).toHaveLength(1);
  });

  test('[C6] it tells the version that stands when it is sent', () => {
    const { house, chit } = queued();
    house.put({
      items: [
        { id: 'a', course: 1 },
        { id: 'b', course: 1 },
      ],
    });
    wait(house, 20, down(grill));
    expect(chits(house)).toHaveLength(1);
    print(house, chit);
    const ticket = house.ticket();
    expect(ticket.paper[grill]).toMatchObject({ version: ticket.versions[grill], number: 1 });
  });

  test('[C7] unknown is told to nobody as printed, waits for a person, and comes again as REPRINT', () => {
    const { house, chit } = queued();
    print(house, chit, 'unknown');
    wait(house, 60, down(grill));
    expect(house.ticket().paper).toEqual({});
    expect(chits(house)).toHaveLength(1);
    expect(house.say({ type: 'chit.answer', chit, answer: 'again' }, expo)).toBe('applied');
    const again = chits(house).find(({ reprintOf }) => reprintOf === chit);
    expect(again).toMatchObject({ state: 'queued', number: 2, reason: { kind: 'unknown' } });
    print(house, again?.id ?? chit);
    expect(house.events('ticket.on_paper')).toHaveLength(1);
  });

  test('[C7] a person who holds it in his hand says so', () => {
    const { house, chit } = queued();
    print(house, chit, 'unknown');
    expect(house.say({ type: 'chit.answer', chit, answer: 'printed' }, expo)).toBe('applied');
    expect(house.ticket().paper[grill]).toMatchObject({ number: 1 });
    wait(house, 60, down(grill));
    expect(chits(house)).toHaveLength(1);
  });

  test('[C8] what is added, and what is voided, of food on paper is a change', () => {
    const { house, chit } = queued();
    print(house, chit);
    house.now += SECOND;
    house.put({ items: [{ id: 'a', course: 1, state: 'void' }] });
    wait(house, 9);
    const change = chits(house).find(({ id }) => id !== chit);
    expect(change).toMatchObject({ kind: 'change', state: 'queued' });
  });

  test('[C8] what is voided while its slip is printing is told by the next', () => {
    const { house, chit } = queued();
    expect(house.say({ type: 'chit.send', chit })).toBe('applied');
    house.now += SECOND;
    house.put({ items: [{ id: 'a', course: 1, state: 'void' }] });
    house.now += SECOND;
    expect(house.say({ type: 'chit.settle', chit, outcome: 'printed', trouble: null })).toBe('applied');
    wait(house, 9);
    expect(chits(house).find(({ id }) => id !== chit)).toMatchObject({ kind: 'change', state: 'queued' });
  });

  test('[C9] what waited 10 minutes is missed, and a tap makes one slip of what is still to be cooked', () => {
    const house = kitchen();
    for (const id of ['T1', 'T2', 'T3']) {
      house.put({ id, table: id, items: [{ id: 'a', course: 1 }] });
      house.tick(down(grill));
    }
    expect(chits(house)).toHaveLength(3);
    wait(house, 11 * 60, down(grill));
    expect(chits(house).map(({ state }) => state)).toEqual(['missed', 'missed', 'missed']);
    list(house, 'T2');
    expect(house.say({ type: 'chit.summary', at: grill }, expo)).toBe('applied');
    const summary = chits(house).filter(({ state }) => state === 'queued');
    expect(summary).toHaveLength(1);
    expect(summary[0]?.parts.map(({ ticket }) => ticket)).toEqual([
      house.ticket('T1').id,
      house.ticket('T3').id,
    ]);
    wait(house, 60, down(grill));
    expect(chits(house).filter(({ state }) => state === 'queued')).toHaveLength(1);
  });

  test('[C10] what keeps it is said once, and another printer may take it', () => {
    const { house, chit } = queued();
    const away = { type: 'chit.wait', chit, printer: 'line', trouble: 'paper' } as const;
    expect(house.say(away)).toBe('applied');
    expect(house.say(away)).toBe('noop');
    expect(house.say({ ...away, printer: 'pass', trouble: null })).toBe('applied');
    expect(onlyChit(house)).toMatchObject({ printer: 'pass', trouble: null, state: 'queued' });
  });

  test('[C5] CHIT on a tile prints once for two presses, and is a COPY of what a screen has', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1 }] });
    list(house);
    const ask = { type: 'chit.ask', ticket: house.ticket().id, at: grill } as const;
    expect(house.say(ask, expo)).toBe('applied');
    expect(house.say(ask, cook(grill))).toBe('noop');
    expect(onlyChit(house)).toMatchObject({ kind: 'copy', reason: { kind: 'asked' } });
    print(house, onlyChit(house).id);
    expect(house.ticket().paper[grill]).toMatchObject({ number: 1 });
  });

  test('[C8] food that moves to another ticket keeps its paper, and is told there as a change, in its own time', () => {
    const { house, chit } = queued();
    print(house, chit);
    house.now += 30 * MINUTE;
    house.put({
      id: 'T2',
      table: '14',
      items: [{ id: 'b', course: 1, name: 'a', movedFrom: { id: 'T1', item: 'a' } }],
    });
    expect(house.ticket('T2').paper[grill]).toMatchObject({ number: 1 });
    wait(house, 7);
    expect(chits(house)).toHaveLength(1);
    wait(house, 2);
    expect(chits(house).find(({ id }) => id !== chit)).toMatchObject({ kind: 'change' });
  });
});
