// Puts each mistake back into a copy of the sources and runs its test, which was green and must turn red.
// By hand, some minutes: node test/mistakes/run.ts [NUMBER ...]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { MISTAKES, type Mistake } from './mistakes.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['assets', 'main', 'renderer', 'shared', 'test'];

function copySources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'heard-mistakes-'));
  const files = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile());
  const filter = (from: string) => basename(from) !== 'node_modules';
  for (const name of [...FOLDERS, ...files.map((file) => file.name)])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function edit(copy: string, { edits }: Mistake): () => void {
  const before = new Map<string, string>();
  for (const { file, find, put } of edits) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${file} has not exactly one: ${find}`);
    if (!before.has(path)) before.set(path, text);
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
  }
  return () => {
    for (const [path, text] of before) writeFileSync(path, text);
  };
}

/** Why it failed, in its own words; null: it passed. */
function redBy(copy: string, { test }: Mistake): string | null {
  const escaped = test.name?.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const named = escaped === undefined ? [] : ['-t', escaped];
  const args = ['node_modules/vitest/vitest.mjs', 'run', test.file, ...named];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  if (status === 0) return null;
  const said = stripVTControlCharacters(`${stdout}${stderr}`);
  const why = /^AssertionError: .*$/mu.exec(said)?.[0] ?? /^\w*Error: .*$/mu.exec(said)?.[0];
  if (!/\b\d+ failed\b/u.test(said)) throw new Error(`${test.file} did not run:\n${said.slice(-2_000)}`);
  return why ?? 'failed';
}

const wanted = process.argv.slice(2).map(Number);
const chosen = MISTAKES.filter(({ n }) => wanted.length === 0 || wanted.includes(n));
const copy = copySources();
let passed = 0;
try {
  const tests = new Map(chosen.map((mistake) => [`${mistake.test.file} ${mistake.test.name}`, mistake]));
  for (const [name, mistake] of tests) {
    const why = redBy(copy, mistake);
    if (why !== null) throw new Error(`${name} is red without any mistake: ${why}`);
  }
  for (const mistake of chosen) {
    const takeBack = edit(copy, mistake);
    const why = redBy(copy, mistake);
    takeBack();
    if (why === null) passed += 1;
    const { n, what, test } = mistake;
    process.stdout.write(
      `${why === null ? 'NOT SEEN' : 'red'}: ${n}, ${what}\n  ${test.file}: ${why ?? 'passed all the same'}\n`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length - passed} of ${chosen.length} turned a test red\n`);
process.exitCode = passed === 0 ? 0 : 1;
