#!/usr/bin/env node
// The launcher: every npm command goes through here. It makes what is missing (packages, the right Node, the build),
// skips what is there, and then hands over to the program itself. Plain JavaScript for Node 18, without packages,
// because it runs before anything is installed. What it has to say goes to stderr: stdout belongs to the program.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const MODULES = path.join(ROOT, 'node_modules');
const DIST = path.join(ROOT, 'dist');
const CACHE = path.join(ROOT, '.cache');
const INSTALL_STAMP = path.join(MODULES, '.heard-install.json');
const BUILD_STAMP = path.join(DIST, 'build.json');

/** better-sqlite3 needs 22.14; from 22.18 on Node also runs the .ts files of tests and benchmarks by itself. */
const MIN_NODE = { major: 22, minor: 18 };
const USAGE_EXIT = 2;
/** A process ended by signal n is told to the outside as 128 + n, as shells do. */
const SIGNAL_EXIT_BASE = 128;

const USAGE =
  'Flags: --headless, --port N, --host ADDR, --data DIR, --no-open, --demo, --join URL, --station ID, --token T; for ' +
  'the demo --seed N, --covers N, --speed N, --cooks all|help|none, --door auto|hand|none, --night full|hour|saturday. README.md ' +
  'says what they do.';

/** A mistake of the person at the keyboard or a missing piece: told in one sentence, without a stack. */
class Refusal extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** One of our stamps; none, or one torn by a power cut, says nothing. @param {string} file @returns {any} */
function readStamp(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** What the packages were installed from, and for which machine. */
const lockfileHash = () =>
  createHash('sha256')
    .update(`${process.platform} ${process.arch}\0`)
    .update(fs.readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');

/** @param {string} version such as v22.18.0 */
function isGoodNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > MIN_NODE.major || (major === MIN_NODE.major && minor >= MIN_NODE.minor);
}

/** The Node that came with the packages if it runs on this machine, otherwise the one running this, if it is new enough. */
function pickNode() {
  const own = path.join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(own)) {
    const { status, stdout } = spawnSync(own, ['--version'], { encoding: 'utf8' });
    if (status === 0 && isGoodNode(stdout.trim())) return own;
  }
  if (isGoodNode(process.version)) return process.execPath;
  const { major, minor } = MIN_NODE;
  throw new Refusal(`Heard needs Node ${major}.${minor} or newer; this one is ${process.version}.`);
}

/** The Node to run, or undefined when the packages are not those of the lockfile. */
function installedNode() {
  const stamp = readStamp(INSTALL_STAMP);
  const node = path.resolve(ROOT, stamp.node ?? '');
  return stamp.lock === lockfileHash() && fs.existsSync(node) ? node : undefined;
}

/** The last step of every install (npm calls it as postinstall): a half-finished one has no stamp and is done again. */
function stampInstall() {
  const node = pickNode();
  fs.writeFileSync(INSTALL_STAMP, JSON.stringify({ lock: lockfileHash(), node: path.relative(ROOT, node) }));
  return node;
}

async function ensureInstalled() {
  const ready = installedNode();
  if (ready !== undefined) return ready;
  return await withLock('install', async () => {
    const node = installedNode();
    if (node !== undefined) return node;
    say('Heard: installing packages (once, takes a minute)');
    fs.rmSync(INSTALL_STAMP, { force: true });
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code !== 0) throw new Refusal('Heard: installing the packages failed; the reason is above.');
    return installedNode() ?? stampInstall();
  });
}

/** @param {string[]} args npm runs under the Node it came with, since `npm ci` removes the one in node_modules */
function runNpm(args) {
  const cli = process.env.npm_execpath ?? '';
  const isNpm = path.basename(cli) === 'npm-cli.js';
  const command = isNpm ? (process.env.npm_node_execpath ?? process.execPath) : 'npm';
  return runQuietly(command, isNpm ? [cli, ...args] : args, {
    shell: !isNpm && process.platform === 'win32',
  });
}

const BUILT_FROM = ['shared', 'main', 'renderer', 'assets'];
const VITE_CONFIGS = ['vite.renderer.config.ts', 'vite.service.config.ts', 'vite.preload.config.ts'];
const BUILT_WITH = ['package.json', 'package-lock.json', ...VITE_CONFIGS];

/** @param {string} file @returns {string[]} the files under a path, in an order of their own */
function filesUnder(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [file];
  const names = fs.readdirSync(file).sort();
  return names.flatMap((name) => filesUnder(path.join(file, name)));
}

/** Names the build of the sources as they are now; two devices with the same sources get the same name. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const file of [...BUILT_FROM, ...BUILT_WITH].flatMap((name) => filesUnder(path.join(ROOT, name)))) {
    if (file.endsWith('.md')) continue;
    hash.update(`${path.relative(ROOT, file).split(path.sep).join('/')}\0`);
    hash.update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} node */
async function ensureBuilt(node) {
  const isBuilt = () => readStamp(BUILD_STAMP).build === sourceHash();
  if (isBuilt()) return;
  await withLock('build', async () => {
    if (isBuilt()) return;
    say('Heard: building');
    await build(node);
  });
}

/** Builds beside the live build and then swaps, so that nobody meets half of one. @param {string} node */
async function build(node) {
  const stale = fs.readdirSync(CACHE).filter((name) => name.startsWith('build-'));
  for (const name of stale) fs.rmSync(path.join(CACHE, name), { recursive: true, force: true });
  const id = sourceHash();
  const made = path.join(CACHE, `build-${process.pid}`);
  const vite = path.join(MODULES, 'vite', 'bin', 'vite.js');
  const env = {
    ...process.env,
    HEARD_BUILD: id,
    HEARD_OUT: path.relative(ROOT, made).split(path.sep).join('/'),
  };
  const codes = await Promise.all(
    VITE_CONFIGS.map((config) =>
      runQuietly(node, [vite, 'build', '--config', config, '--logLevel', 'warn'], { env }),
    ),
  );
  if (codes.some((code) => code !== 0)) throw new Refusal('Heard: the build failed; the reason is above.');
  fs.writeFileSync(path.join(made, 'build.json'), JSON.stringify({ build: id }));
  if (fs.existsSync(DIST)) fs.renameSync(DIST, path.join(CACHE, `build-old-${process.pid}`));
  fs.renameSync(made, DIST);
  fs.rmSync(path.join(CACHE, `build-old-${process.pid}`), { recursive: true, force: true });
}

const LOCK_BEAT_MS = 1000;
/** A holder beats every second; one that has not for this long is gone. */
const LOCK_STALE_MS = 10_000;

/**
 * Runs `work` while no other launcher on this folder does the same kind of work.
 * @template T @param {string} kind @param {() => Promise<T>} work @returns {Promise<T>}
 */
async function withLock(kind, work) {
  const lock = path.join(CACHE, `${kind}.lock`);
  fs.mkdirSync(CACHE, { recursive: true });
  for (let tries = 0; !takeLock(lock); tries += 1) {
    if (tries === 0) say(`Heard: waiting for another start to finish its ${kind}`);
    await new Promise((resolve) => setTimeout(resolve, LOCK_BEAT_MS / 4));
  }
  const beat = setInterval(() => fs.utimesSync(lock, new Date(), new Date()), LOCK_BEAT_MS);
  const release = () => fs.rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/** Making a folder is the one thing only one of several can succeed in. @param {string} lock @returns {boolean} whether it is ours */
function takeLock(lock) {
  try {
    fs.mkdirSync(lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const stat = fs.statSync(lock, { throwIfNoEntry: false });
  if (stat !== undefined && Date.now() - stat.mtimeMs > LOCK_STALE_MS)
    fs.rmSync(lock, { recursive: true, force: true });
  return false;
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** @param {import('node:child_process').ChildProcess} child */
function follow(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Everything a helper program prints goes to stderr. @param {string} command @param {string[]} args @param {object} [options] */
function runQuietly(command, args, options = {}) {
  const child = follow(spawn(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options }));
  return ended(child);
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} its exit code, or 128 + its signal */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? SIGNAL_EXIT_BASE + os.constants.signals[signal ?? 'SIGKILL']),
    );
  });
}

/** Paths in arguments are meant from where the person typed the command; npm changes to the top folder first. */
const typedIn = () => (process.cwd() === ROOT ? (process.env.INIT_CWD ?? ROOT) : process.cwd());

/** @param {string} node @param {string} file @param {string[]} args */
const runProgram = (node, file, args) =>
  ended(follow(spawn(node, [path.join(ROOT, file), ...args], { cwd: typedIn(), stdio: 'inherit' })));

/** How soon it is noticed that npm is gone: it may be killed, or hand SIGTERM to a shell that dies without telling us. */
const ORPHAN_CHECK_MS = 200;

/** The process above us, and where that is npm's shell (Linux tells) the npm above it. */
function elders() {
  const { ppid } = process;
  const stat = `/proc/${ppid}/stat`;
  const shell = fs.existsSync(stat) && /\((?:ba|da)?sh\) \S (\d+)/.exec(fs.readFileSync(stat, 'utf8'));
  return shell ? `${ppid} ${shell[1]}` : `${ppid}`;
}

/** Signals go on to what was started. */
function passSignals() {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (children.size === 0) process.exit(SIGNAL_EXIT_BASE + os.constants.signals[signal]);
    for (const child of children) child.kill(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, pass);
  process.on('SIGHUP', () => pass('SIGTERM'));
  if (process.env.npm_lifecycle_event === undefined) return;
  const born = elders();
  const watch = setInterval(() => {
    if (elders() === born) return;
    clearInterval(watch);
    pass('SIGTERM');
  }, ORPHAN_CHECK_MS).unref();
}

const SWITCHES = ['headless', 'demo', 'help', 'no-open'];
/** The last five are the demo's, and the service's to check. */
const VALUES = 'join station token port host data seed covers speed cooks door night'.split(' ');

/** @typedef {{[name: string]: string | boolean | undefined}} StartFlags @param {string[]} args @returns {StartFlags} */
function readStartFlags(args) {
  /** @type {import('node:util').ParseArgsConfig['options']} */
  const options = {};
  for (const name of SWITCHES) options[name] = { type: 'boolean' };
  for (const name of VALUES) options[name] = { type: 'string' };
  /** @type {any} */
  let values;
  try {
    values = parseArgs({ args: args.filter((arg) => arg !== '--'), options, strict: true }).values;
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message}\n${USAGE}`, USAGE_EXIT);
  }
  const port = values.port;
  if (port !== undefined && !(/^\d{1,5}$/.test(String(port)) && Number(port) <= 65_535)) {
    throw new Refusal(`--port wants a number from 0 to 65535, not ${port}.`, USAGE_EXIT);
  }
  return values;
}

/** @param {string[]} args */
async function start(args) {
  const flags = readStartFlags(args);
  if (flags.help) return void process.stdout.write(`${USAGE}\n`);
  const node = await ensureInstalled();
  await ensureBuilt(node);

  const passed = Object.entries(flags).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, String(value)],
  );
  // Without a window the service itself, otherwise what finds a window for it. The channel tells either when this
  // launcher is gone: it then stops by itself.
  const program = flags.headless ? 'dist/service/start.js' : 'main/shell/desktop.ts';
  const child = spawn(node, [path.join(ROOT, program), ...passed], {
    cwd: typedIn(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  process.exitCode = await ended(follow(child));
}

/** @param {string} file @returns {(args: string[]) => Promise<void>} */
const built = (file) => async (args) => {
  const node = await ensureInstalled();
  await ensureBuilt(node);
  process.exitCode = await runProgram(node, file, args);
};

/** @param {string[]} args electron-builder's own */
async function dist(args) {
  await built('node_modules/electron-builder/cli.js')(['--projectDir', ROOT, '--publish', 'never', ...args]);
  if (process.exitCode === 0) return;
  throw new Refusal(
    'Heard: no installers were made; the reason is above. The first time on a machine electron-builder has to download ' +
      'Electron and tools of its own from GitHub.',
  );
}

/** @type {{[name: string]: (args: string[]) => Promise<void>}} */
const COMMANDS = {
  start,
  test: async (args) => {
    try {
      process.exitCode = await runProgram(await ensureInstalled(), 'test/support/runAll.ts', args);
    } catch (error) {
      process.on('exit', () => process.stdout.write('0 passed, 1 failed\n'));
      throw error;
    }
  },
  heard: built('dist/service/heard.js'),
  bench: built('test/bench/run.ts'),
  build: async () => ensureBuilt(await ensureInstalled()),
  demo: (args) => start(['--demo', ...args]),
  dist,
  installed: async () => void stampInstall(),
};

/** @param {string[]} argv */
async function main([command = '', ...args]) {
  passSignals();
  try {
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (run === undefined)
      throw new Refusal(`Unknown command. There are: ${Object.keys(COMMANDS).join(', ')}.`, USAGE_EXIT);
    await run(args[0] === '--' ? args.slice(1) : args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}

if (
  process.argv[1] !== undefined &&
  import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href
) {
  await main(process.argv.slice(2));
}
