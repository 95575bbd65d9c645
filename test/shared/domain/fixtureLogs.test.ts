import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Event } from '../../../shared/domain/events/event.ts';
import { wholeEvent } from '../../../shared/domain/events/sparseEvent.ts';
import { emptyState, type State, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'logs');
const Kept = z.object({ events: z.number(), seq: z.number(), digest: z.string() });

const releases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => name.slice(0, -'.jsonl'.length));

/** Members that later releases added to records, each with how it stands in a log that never heard of it. */
const ADDED_SINCE: Record<string, Record<string, string>> = {
  '0.1.0': {
    dishes: '{}',
    saidAvailability: '{}',
    holds: '{}',
    rushAt: 'null',
    handoff: 'null',
    standsInFor: '{}',
    handedBy: '{}',
    chits: '{}',
    paper: '{}',
    plannedAt: 'null',
    stationNotes: '[]',
    howLong: '{}',
    hands: 'null',
    keyed: 'null',
    possible: '[]',
    isOurs: 'false',
    bag: 'null',
    parties: '{}',
    shiftNotes: '[]',
    tableSteps: '[]',
    joinSteps: '[]',
    serverSteps: '[]',
    door: '{"tables":{},"servers":{},"questions":{}}',
  },
};

/** What later releases read from the same events anew: it says when, and no rule of that release asked. */
const READ_ANEW: Record<string, ReadonlySet<string>> = {
  '0.1.0': new Set(['versionAts', 'raisedSeq', 'passAt', 'upAt']),
};

/** The digest as that release made it. A member it did not have is left out where it says nothing; one that says something counts. */
const digestOf = (state: State, release: string) => {
  const added = ADDED_SINCE[release] ?? {};
  const plain: unknown = JSON.parse(JSON.stringify(stateToDocument(state)), (key, value: unknown) =>
    READ_ANEW[release]?.has(key) || (added[key] !== undefined && JSON.stringify(value) === added[key])
      ? undefined
      : value,
  );
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
};

test('a log of a release is kept', () => {
  expect(releases).toContain('0.1.0');
});

for (const release of releases) {
  const log = readFileSync(join(FOLDER, `${release}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => Event.parse(wholeEvent(JSON.parse(line))));
  const kept = Kept.parse(JSON.parse(readFileSync(join(FOLDER, `${release}.json`), 'utf8')));

  test(`[D2] the log of ${release} replays to the state that release had, from its first event`, () => {
    const state = reduceAll(emptyState, log);
    expect({ events: log.length, seq: state.seq, digest: digestOf(state, release) }).toEqual(kept);
  });

  test(`[D2] the log of ${release} replays to it from its last opening too`, () => {
    const opening = log.findLastIndex((event) => event.type === 'day.opened');
    expect(opening).toBeGreaterThan(0);
    expect(digestOf(reduceAll(emptyState, log.slice(opening)), release)).toBe(kept.digest);
  });
}
