// Makes the data folder of a hub that has worked a day and is killed just before its next snapshot: makeFolder.ts DIR EVENTS.
// It prints one line of JSON, and ends by SIGKILL as a power cut would have it.
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openHub } from '../../../main/hub/openHub.ts';
import { SNAPSHOT_EVERY_EVENTS } from '../../../main/hub/snapshotWriter.ts';
import { Kitchen } from './Kitchen.ts';
import { Lying } from './report.ts';

const [dataDir = '', wanted = ''] = process.argv.slice(2);
const events = Number(wanted);
const HOUR_MS = 3_600_000;
/** One service day holds the whole log, so that a start without a snapshot has all of it to read. */
const DAY_MS = 20 * HOUR_MS;
/** Measured: what one table's dinner comes to in the log. */
const EVENTS_A_TABLE = 21;
const TABLES_AT_ONCE = 16;
/** As near to the next snapshot as one table's events allow. */
const NEARLY_DUE = SNAPSHOT_EVERY_EVENTS - 60;

/** A clock that has run through the day when the log is as long as wanted. */
const endsAt = Date.now();
let at = endsAt - DAY_MS;
const clock = { wall: () => at, mono: () => at };

mkdirSync(dataDir, { recursive: true });
const rollHour = (new Date(at).getUTCHours() + 23) % 24;
writeFileSync(
  join(dataDir, 'config.json'),
  JSON.stringify({ venue: { timeZone: 'UTC', dayRollHour: rollHour } }),
);
const { hub } = openHub({ dataDir, build: 'bench', clock });
const kitchen = new Kitchen(hub);
const reading = new Database(join(dataDir, 'heard.db'), { readonly: true });
const newest = reading.prepare('SELECT max(seq) AS seq FROM snapshot').pluck();

function newestSnapshot(): number {
  const seq: unknown = newest.get();
  return typeof seq === 'number' ? seq : 0;
}

const step = (tables: number) => (DAY_MS * tables * EVENTS_A_TABLE) / events;
while (hub.state().seq < events - SNAPSHOT_EVERY_EVENTS) {
  await kitchen.serve(TABLES_AT_ONCE);
  at = Math.min(endsAt, at + step(TABLES_AT_ONCE));
}
for (;;) {
  const behind = hub.state().seq - newestSnapshot();
  if (hub.state().seq >= events && behind >= NEARLY_DUE && behind < SNAPSHOT_EVERY_EVENTS) break;
  await kitchen.serve(1);
  at = Math.min(endsAt, at + step(1));
}

const { tickets, seq } = hub.state();
const open = [...tickets.values()].filter(({ endedAt }) => endedAt === null).length;
const lying: Lying = { events: seq, snapshot: newestSnapshot(), open, inMemory: tickets.size };
writeSync(1, `${JSON.stringify(Lying.parse(lying))}\n`);
process.kill(process.pid, 'SIGKILL');
