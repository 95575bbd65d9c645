import { writeSync } from 'node:fs';
import { Hub } from '../../main/hub/Hub.ts';
import { SubmitQueue } from '../../main/hub/submitQueue.ts';
import { Listeners } from '../../main/station/Listeners.ts';
import { Station } from '../../main/station/Station.ts';
import { DedupeTable } from '../../main/store/dedupeTable.ts';
import { EventLog } from '../../main/store/eventLog.ts';
import { FeedCursors } from '../../main/store/feedCursors.ts';
import { StationStore } from '../../main/store/StationStore.ts';
import { Store } from '../../main/store/Store.ts';
import { StationOutbox } from '../../main/store/stationOutbox.ts';
import type { CrashPoint } from './crashPoints.ts';

/**
 * Loaded before a service (`node --import`): ends its process by SIGKILL exactly at the point named in `HEARD_CRASH_AT`, at the nth time it
 * passes there (`HEARD_CRASH_NTH`), and says so on stderr with its last breath.
 */
const wanted = process.env.HEARD_CRASH_AT;
let left = Number(process.env.HEARD_CRASH_NTH ?? 1);

function pass(point: CrashPoint): void {
  if (point !== wanted) return;
  left -= 1;
  if (left > 0) return;
  writeSync(2, `crashed: ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
  // The signal is taken when this returns from the kernel; not a line of the service runs after it.
  for (;;);
}

/** Puts passes before and after a method. */
function around<T extends object, K extends keyof T>(
  of: T,
  name: K,
  before: CrashPoint | null,
  after: CrashPoint | null,
): void {
  const method: unknown = of[name];
  if (typeof method !== 'function') throw new Error(`${String(name)} is no method`);
  const passing = function (this: unknown, ...args: unknown[]): unknown {
    if (before) pass(before);
    const result: unknown = Reflect.apply(method, this, args);
    if (after) pass(after);
    return result;
  };
  Reflect.set(of, name, passing);
}

around(
  EventLog.prototype,
  'append',
  'before an event is written',
  'an event written, its command not remembered',
);
around(DedupeTable.prototype, 'rememberCommand', null, 'the command remembered');
around(Store.prototype, 'commit', 'before the commit', 'after the commit, nobody told');
around(FeedCursors.prototype, 'ack', null, 'a feed cursor moved');

/** The second of a hub's listeners is not told. */
const onCommitted = Hub.prototype.onCommitted;
let listeners = 0;
Hub.prototype.onCommitted = function (listener) {
  listeners += 1;
  const isFirst = listeners === 1;
  return onCommitted.call(this, (committed) => {
    listener(committed);
    if (isFirst) pass('told to some and not to others');
  });
};

const push = SubmitQueue.prototype.push;
SubmitQueue.prototype.push = function (waiting) {
  push.call(this, {
    ...waiting,
    answer: (result) => {
      if (result.ok) pass('told to all, not acknowledged');
      waiting.answer(result);
      // A turn later it has been written to the socket.
      if (result.ok) setImmediate(() => pass('the acknowledgement on its way'));
    },
  });
};

around(StationOutbox.prototype, 'put', 'before a press is stored', 'a press stored, not said to be kept');
/** One that was stored before is said to be kept again, which proves nothing. */
let stored: string | null = null;
const keep = StationOutbox.prototype.put;
StationOutbox.prototype.put = function (entry) {
  keep.call(this, entry);
  stored = entry.envelope.id;
};
const submit = Station.prototype.submit;
Station.prototype.submit = async function (request) {
  const result = await submit.call(this, request);
  if (stored === request.commandId) setImmediate(() => pass('a press said to be kept'));
  return result;
};
around(
  StationStore.prototype,
  'write',
  'before what the hub said is written',
  'what the hub said is written, the windows not told',
);
around(StationStore.prototype, 'append', null, 'half of what the hub said is written');
const tell = Listeners.prototype.tell;
Listeners.prototype.tell = function (what) {
  tell.call(this, what);
  pass('the windows told');
};
