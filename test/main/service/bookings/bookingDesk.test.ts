import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, it, test } from 'vitest';
import { domainCore } from '../../../../main/hub/core.ts';
import type { HubPort } from '../../../../main/hub/port.ts';
import { BookingDesk } from '../../../../main/service/bookings/BookingDesk.ts';
import type { BookingMapping } from '../../../../shared/bookings/bookingFields.ts';
import type { BookingLook, BookingRunState } from '../../../../shared/protocol/bookingFiles.ts';
import { bookingsFile } from '../../../support/bookingsFile.ts';
import { dataFolder, openTestHub, until } from '../../hub/hubHarness.ts';

/** By hand 10000, as issue 7 asks: HEARD_ROWS=10000. */
const ROWS = Number(process.env.HEARD_ROWS ?? 800);
const BAD = Math.round(ROWS * 0.03);
/**
 * CPU a row, parsing, judging and writing included: 10,000 rows in 5 s are 0.5 ms each, where the disk is no slower. Four times that here, for a
 * machine that is busy with other tests; a commit a row takes many times as much.
 */
const MOST_CPU_MS_A_ROW = 2;
const PATIENCE_MS = 240_000;

interface Bench {
  readonly hub: HubPort;
  readonly desk: BookingDesk;
  readonly dataDir: string;
  readonly log: string[];
}

function aDesk(): Bench {
  const dataDir = dataFolder();
  const { hub } = openTestHub({ dataDir, core: domainCore });
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => log.push(line) });
  return { hub, desk: new BookingDesk({ hub, log: logger, dataDir }), dataDir, log };
}

const asked = (mapping: BookingMapping) => ({ encoding: null, separator: null, mapping });

async function opened({ desk }: Bench, text: string): Promise<BookingLook> {
  return await desk.take(Buffer.from(text));
}

async function played(
  { desk }: Bench,
  { id, mapping }: BookingLook,
  isDry: boolean,
): Promise<BookingRunState> {
  const started = await desk.start(id, mapping, isDry);
  if (typeof started === 'string') throw new Error(started);
  await until('the run to end', () => desk.state(id)?.phase !== 'running', PATIENCE_MS);
  const state = desk.state(id);
  if (state === null) throw new Error('gone');
  return state;
}

describe('a file of bookings', () => {
  test(
    `of ${ROWS} rows with ${BAD} bad ones is taken in, every bad one explained, within its share of CPU`,
    async () => {
      const bench = aDesk();
      const { text, bad } = bookingsFile(ROWS, BAD, bench.hub.now());
      const look = await opened(bench, text);
      expect(look).toMatchObject({ rows: ROWS, separator: ';', encoding: 'utf-8' });
      const good = ROWS - BAD;
      const trial = await played(bench, look, true);
      expect(trial.counts).toEqual({ new: good, changed: 0, same: 0, past: 0, bad: BAD });
      expect(bench.hub.state().parties.size).toBe(0);

      let commits = 0;
      bench.hub.onCommitted(() => {
        commits += 1;
      });
      const [cpu, since] = [process.cpuUsage(), performance.now()];
      const { counts, problems, phase } = await played(bench, look, false);
      const { user, system } = process.cpuUsage(cpu);
      const cpuMs = (user + system) / 1_000;
      if (process.env.HEARD_ROWS !== undefined)
        process.stderr.write(
          `${ROWS} rows: ${Math.round(performance.now() - since)} ms, CPU ${Math.round(cpuMs)} ms, ${commits} commits\n`,
        );
      expect(phase).toBe('done');
      expect(counts).toEqual(trial.counts);
      expect(new Map(problems.map(({ row, code }) => [row, code]))).toEqual(bad);
      expect(bench.hub.state().parties.size).toBe(good);
      expect(commits).toBeLessThan(good / 10);
      expect(cpuMs / ROWS).toBeLessThan(MOST_CPU_MS_A_ROW);

      const again = await played(bench, await opened(bench, text), false);
      expect(again.counts).toEqual({ new: 0, changed: 0, same: good, past: 0, bad: BAD });
    },
    PATIENCE_MS,
  );

  it('says what is changed, the same, past and said twice, and the next with its header is read alike', async () => {
    const bench = aDesk();
    const lines = (covers: number) =>
      [
        'Ref,Who,When,Covers',
        'a,Ana Ruiz,03/04/2031 19:30,4',
        `b,Bo Li,03/04/2031 20:00,${covers}`,
        'c,Old Guest,03/04/2001 20:00,2',
        'a,Ana Ruiz,03/04/2031 19:30,9',
        'b,Bo Li,03/04/2031 20:00,2',
      ].join('\n');
    const look = await opened(bench, lines(2));
    expect(look.mapping.columns).toEqual(['id', 'name', 'when', 'covers']);
    expect(look.orders).toHaveLength(2);
    expect(await bench.desk.start(look.id, look.mapping, true)).toBe('not_ready');
    const whole = { ...look, mapping: { ...look.mapping, dateOrder: 'dmy' as const, source: 'paper' } };
    const first = await played(bench, whole, false);
    expect(first.counts).toEqual({ new: 2, changed: 0, same: 1, past: 1, bad: 1 });
    expect(first.problems).toMatchObject([{ row: 5, code: 'twice', found: '2' }]);
    const [party] = [...bench.hub.state().parties.values()].filter(({ externalId }) => externalId === 'a');
    expect(party).toMatchObject({ source: 'paper', live: { covers: 4 } });

    const next = await opened(bench, lines(6).split('\n').slice(0, 4).join('\n'));
    expect(next).toMatchObject({ isRemembered: true, mapping: { source: 'paper', dateOrder: 'dmy' } });
    expect((await played(bench, next, true)).counts).toMatchObject({ changed: 1, same: 1, past: 1 });
    expect((await played(bench, next, false)).counts).toMatchObject({ changed: 1, same: 1, past: 1 });
  });

  it('is not read before somebody has said what its words of consent mean, and then a yes makes a profile', async () => {
    const bench = aDesk();
    const rows = ['Yes', 'No', ''].map((said, n) => `Guest ${n},2031-09-1${n},19:30,2,61122233${n},${said}`);
    const look = await opened(bench, ['Name,Date,Time,Covers,Phone,Consent', ...rows].join('\n'));
    expect(look.consents).toEqual(['Yes', 'No']);
    expect(await bench.desk.start(look.id, look.mapping, true)).toBe('not_ready');
    const mapping = { ...look.mapping, consent: { yes: true, no: false } };
    expect((await played(bench, { ...look, mapping }, false)).counts).toMatchObject({ new: 3, bad: 0 });
    const parties = [...bench.hub.state().parties.values()];
    const persons = parties.flatMap(({ person }) => person?.personId ?? []);
    const told = Object.values(bench.hub.personal(persons, { kind: 'screen', roles: ['host'] }));
    const known = told.filter((fields) => fields?.regular !== undefined);
    expect(known.map((fields) => fields?.name)).toEqual(['Guest 0']);
  });

  it('can be stopped on its way, and taken up again from its beginning', async () => {
    const bench = aDesk();
    const { text } = bookingsFile(600, 0, bench.hub.now());
    const look = await opened(bench, text);
    const started = await bench.desk.start(look.id, look.mapping, false);
    expect(started).toMatchObject({ phase: 'running', total: 600 });
    expect(await bench.desk.start(look.id, look.mapping, false)).toBe('running');
    await until('some to be in', () => bench.hub.state().parties.size > 0);
    bench.desk.cancel(look.id);
    await until('it to stop', () => bench.desk.state(look.id)?.phase === 'cancelled');
    const taken = bench.hub.state().parties.size;
    expect(taken).toBeLessThan(600);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { counts } = await played(bench, look, false);
    expect(counts.new + counts.same).toBe(600);
    expect(bench.hub.state().parties.size).toBe(600);
  });

  it('leaves no name in the log, nor in what is remembered of its columns, and goes from memory when it is closed', async () => {
    const bench = aDesk();
    const row = (day: number) => `Zephyrine Quill,${day}/09/2031,19:30,4,611222333`;
    const look = await opened(bench, [13, 14, 15, 16, 17, 33].map(row).join('\n'));
    expect(look.mapping.columns).toEqual(['name', 'date', 'time', 'covers', 'phone']);
    const headed = { ...look.mapping, hasHeader: true, dateOrder: 'dmy' as const };
    await bench.desk.look(look.id, asked(headed));
    await played(bench, { ...look, mapping: { ...headed } }, false);
    const files = readdirSync(bench.dataDir).filter((name) => name.endsWith('.json'));
    expect(files).toContain('booking-files.json');
    const written = [
      ...bench.log,
      ...files.map((name) => readFileSync(join(bench.dataDir, name), 'utf8')),
    ].join('');
    expect(written).toContain('a file of bookings was read');
    for (const secret of ['Zephyrine', 'Quill', '611222333']) expect(written).not.toContain(secret);
    bench.desk.close(look.id);
    expect(await bench.desk.start(look.id, headed, true)).toBe('gone');
    expect(bench.desk.state(look.id)).toBeNull();
  });

  it('is read with another separator or encoding when a person says so', async () => {
    const bench = aDesk();
    const { desk } = bench;
    const look = await opened(bench, 'Name;Covers\nAna, Bo;4\n');
    expect(look).toMatchObject({ separator: ';', header: ['Name', 'Covers'] });
    const other = await desk.look(look.id, { encoding: null, separator: ',', mapping: null });
    expect(other).toMatchObject({ separator: ',', samples: [['Ana', ' Bo;4']] });
    const kept = await desk.look(look.id, { encoding: 'windows-1252', separator: null, mapping: null });
    expect(kept).toMatchObject({ separator: ';', encoding: 'windows-1252' });
  });
});
