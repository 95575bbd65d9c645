import { describe, expect, it } from 'vitest';
import { stationBoard } from '../../shared/domain/selectors/stationBoard.ts';
import { grill } from '../support/house.ts';
import { OwnPaperBench } from '../support/ownPaperBench.ts';

const OUT = { kind: 'paper', detail: 'paper out' } as const;

/** What a window of the station has on the glass of this ticket. */
function marks({ window }: OwnPaperBench, id: string) {
  const { client } = window;
  const config = client.config()?.config;
  if (!config) throw new Error('no configuration');
  const { tiles } = stationBoard(client.view(), grill, config, client.now());
  return tiles.find(({ externalId }) => externalId === id)?.paper;
}

describe('a station with a printer of its own, cut off', () => {
  it('[C11] prints within 8 s what none of its screens has listed, once; back again, the hub is told once and prints nothing', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1');
    paper.cut();
    await paper.pass(7);
    expect(paper.slips()).toEqual([]);
    await paper.pass(2);
    expect(paper.slips()).toEqual([9_001]);
    await paper.pass(60);
    expect(paper.slips()).toEqual([9_001]);
    expect(marks(paper, 'T1')).toMatchObject([{ paper: { number: 9_001, isByStation: true } }]);

    await paper.back();
    expect(paper.chits()).toMatchObject([
      { number: 9_001, state: 'printed', printer: 'own', station: 'grill', isByStation: true },
    ]);
    expect(paper.hub.ticket('T1').paper[grill]).toMatchObject({ number: 9_001, isByStation: true });
    expect(paper.due()).toEqual([]);
    await paper.pass(60);
    paper.cut();
    await paper.pass(60);
    await paper.back();
    expect(paper.slips()).toEqual([9_001]);
    expect(paper.chits()).toHaveLength(1);
  });

  it('[C2] prints nothing that its own screen has listed, before a restart of the device or after', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1', 'T2');
    await paper.list('T1');
    paper.cut();
    await paper.pass(4);
    await paper.list('T2');
    await paper.pass(20);
    await paper.restart();
    await paper.pass(60);
    expect(paper.slips()).toEqual([]);
    expect(paper.hub.ticket('T2').receipts[grill]?.listedAt ?? null).toBeNull();
    await paper.back();
    expect(paper.chits()).toEqual([]);
  });

  it('prints nothing while the hub speaks, and nothing in the first seconds of the device', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1');
    await paper.pass(60);
    expect(paper.slips()).toEqual([]);
    paper.cut();
    await paper.restart();
    await paper.pass(9);
    expect(paper.slips()).toEqual([]);
    await paper.pass(2);
    expect(paper.slips()).toEqual([9_001]);
  });

  it('[C4] what it has printed is not printed again by a device that was switched off and on, and is told to the hub all the same', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1');
    paper.cut();
    await paper.pass(9);
    await paper.restart();
    await paper.pass(30);
    expect(paper.slips()).toEqual([9_001]);
    await paper.back();
    expect(paper.chits()).toMatchObject([{ number: 9_001, state: 'printed' }]);
    await paper.restart();
    await paper.back();
    expect(paper.chits()).toHaveLength(1);
  });

  it('[C7] killed in mid-chit it says that it may be on paper, and neither it nor the hub prints it again by itself', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1');
    paper.printer.during = () => new Promise<void>(() => undefined);
    paper.cut();
    await paper.pass(9);
    paper.printer.during = () => undefined;
    await paper.restart();
    await paper.pass(60);
    expect(paper.slips()).toEqual([]);
    expect(marks(paper, 'T1')).toMatchObject([{ chit: { number: 9_001, state: 'unknown' } }]);
    await paper.back();
    expect(paper.chits()).toMatchObject([{ state: 'unknown', trouble: 'station_ended', isByStation: true }]);
    expect(paper.due()).toEqual([]);
  });

  it('[C10] without paper it says so; when the hub speaks first, what waited is the hub’s to print, and may be again at a next cut', async () => {
    const paper = await OwnPaperBench.live();
    paper.printer.now = OUT;
    await paper.put('T1');
    paper.cut();
    await paper.pass(20);
    expect(paper.reasons()).toEqual(['The printer of this station cannot print (paper); 1 chits wait.']);
    await paper.back();
    paper.printer.now = { kind: 'ready' };
    await paper.pass(20);
    expect(paper.slips()).toEqual([]);
    expect(paper.reasons()).toEqual([]);
    expect(paper.chits()).toEqual([]);
    paper.cut();
    await paper.pass(20);
    expect(paper.slips()).toEqual([9_001]);
    await paper.back();
    expect(paper.due()).toEqual([]);
  });

  it('[C11] a report whose answer was lost with the line is told again and taken once', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1');
    paper.cut();
    await paper.pass(9);
    paper.bench.up.connect();
    const { bench } = paper;
    for (let turn = 0; turn < 50 && paper.chits().length === 0; turn += 1) {
      bench.up.deliver('up');
      if (paper.chits().length === 0) bench.up.deliver('down');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(paper.chits()).toHaveLength(1);
    paper.cut();
    await paper.pass(20);
    await paper.back();
    expect(paper.chits()).toHaveLength(1);
    expect(paper.hub.eventsAfter(0, 1_000).filter(({ type }) => type === 'chit.reported')).toHaveLength(1);
    expect(bench.station.pending()).toEqual([]);
    expect(paper.slips()).toEqual([9_001]);
  });

  it('[C11] food whose chit waits or is on its way at the hub is printed here too, because it may never come out there', async () => {
    const paper = await OwnPaperBench.live();
    await paper.put('T1', 'T2', 'T3');
    expect(paper.due()).toHaveLength(3);
    const [first, second, third] = paper.chits();
    if (!first || !second || !third) throw new Error('three chits');
    paper.hub.house({ type: 'chit.send', chit: first.id });
    paper.hub.house({ type: 'chit.send', chit: second.id });
    paper.hub.house({ type: 'chit.settle', chit: second.id, outcome: 'printed', trouble: null });
    await paper.bench.settle();
    paper.cut();
    await paper.pass(20);
    expect(paper.slips()).toHaveLength(2);
    await paper.back();
    const told = paper.chits().filter(({ isByStation }) => isByStation);
    expect(told.flatMap(({ parts }) => parts.map(({ ticket }) => ticket)).sort()).toEqual(
      [first, third].flatMap(({ parts }) => parts.map(({ ticket }) => ticket)).sort(),
    );
    // What still waited at the hub is dropped there at its turn: it is on paper.
    paper.hub.house({ type: 'chit.send', chit: third.id });
    expect(paper.hub.state().chits[third.id]?.state).toBe('dropped');
  });
});
