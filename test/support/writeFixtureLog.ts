import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sparseEvent } from '../../shared/domain/events/sparseEvent.ts';
import { stateToDocument } from '../../shared/domain/model/state.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { RandomNight } from './randomNight.ts';

/** `node test/support/writeFixtureLog.ts RELEASE`: the log of a seeded night as this release writes it. Kept for ever, never rewritten. */
const SEED = 7;
const STEPS = 220;

const release = process.argv[2] ?? '0.0.0';
const folder = join(import.meta.dirname, '..', 'fixtures', 'logs');
const night = new RandomNight(SEED);
for (let step = 0; step < STEPS; step += 1) night.step();
const digest = createHash('sha256')
  .update(canonicalJson(stateToDocument(night.house.state)))
  .digest('hex');
writeFileSync(
  join(folder, `${release}.jsonl`),
  night.house.log.map((event) => `${JSON.stringify(sparseEvent(event))}\n`).join(''),
);
writeFileSync(
  join(folder, `${release}.json`),
  `${JSON.stringify({ events: night.house.log.length, seq: night.house.seq, digest }, null, 2)}\n`,
);
