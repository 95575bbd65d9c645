// npm run bench: CONTRACT section 6, as a table and as JSON. Each row says there what is measured and against what floor.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { bytesDownPerBump } from './bytes/row.ts';
import { door } from './door/row.ts';
import { type Flags, readFlags, slugOf, USAGE } from './flags.ts';
import { aLongNight } from './longNight/row.ts';
import { putToPainted } from './painted/row.ts';
import { putToLastScreen } from './putToLast/row.ts';
import { readyAgain } from './readyAgain/row.ts';
import type { Judged, Row } from './row.ts';
import { say } from './row.ts';
import { sustained } from './sustained/row.ts';
import { tapToPainted } from './tap/row.ts';

const USAGE_EXIT = 2;

const ROWS: readonly Row[] = [
  { name: 'put to last screen', run: putToLastScreen },
  { name: 'put to painted', run: putToPainted },
  { name: 'sustained', run: sustained },
  { name: 'tap to painted', run: tapToPainted },
  { name: 'ready again', run: readyAgain },
  { name: 'bytes down per bump', run: bytesDownPerBump },
  { name: 'a long night', run: aLongNight },
  { name: 'the door', run: door },
];

function chosenRows({ rows }: Flags): readonly Row[] {
  const unknown = rows?.find((slug) => !ROWS.some(({ name }) => slugOf(name) === slug));
  if (unknown !== undefined)
    throw new Error(
      `There is no row ${unknown}; there are ${ROWS.map(({ name }) => slugOf(name)).join(', ')}.`,
    );
  return ROWS.filter(({ name }) => rows === null || rows.includes(slugOf(name)));
}

function readOrExit(): { flags: Flags; rows: readonly Row[] } {
  try {
    const flags = readFlags(process.argv.slice(2));
    return { flags, rows: chosenRows(flags) };
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(USAGE_EXIT);
  }
}

const { flags, rows } = readOrExit();
const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length, load: loadavg() };
const figures: Record<string, unknown> = {};
const judged: Judged[] = [];
for (const { name, run } of rows) {
  console.log(`\n== ${name}`);
  const result = await run(flags);
  console.log(result.text);
  figures[slugOf(name)] = result.figures;
  judged.push(...result.judged);
}
console.log('');
for (const { target, value, limit, bound, isMet } of judged)
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${target}: ${value.toFixed(2)} of at ${bound} ${limit}`);
if (flags.json !== null) {
  writeFileSync(
    flags.json,
    `${JSON.stringify({ at: new Date().toISOString(), machine, judged, rows: figures }, null, 1)}\n`,
  );
}
