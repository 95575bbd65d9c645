import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { domainCore } from '../../../main/hub/core.ts';
import { type OpenHub, openHub } from '../../../main/hub/openHub.ts';
import type { HubPort } from '../../../main/hub/port.ts';
import { writeBackup } from '../../../main/store/backupFile.ts';
import { restoreFile } from '../../../main/store/restoreFile.ts';
import { Store } from '../../../main/store/Store.ts';
import type { FakeTimers } from '../../support/fakeTimers.ts';
import { EVENING } from '../../support/house.ts';
import { roomyDisk } from '../../support/roomyDisk.ts';
import { type Mutant, plantInHub } from './mutants.ts';

export const CRASH_POINTS = ['before the commit', 'after the commit', 'after the broadcast'] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

const BUILD = 'dev';
const CONFIG = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
};

/** A folder of a hub with its tokens, made once: each run copies it. */
export interface Template {
  readonly dataDir: string;
  readonly tillToken: string;
  readonly readerToken: string;
}

export async function makeTemplate(): Promise<Template> {
  const dataDir = mkdtempSync(join(tmpdir(), 'heard-fuzz-template-'));
  writeFileSync(join(dataDir, 'config.json'), JSON.stringify(CONFIG));
  const clock = { wall: () => EVENING, mono: () => 0 };
  const { hub, stop } = openHub({ dataDir, build: BUILD, clock, disk: roomyDisk });
  const token = (name: string) => hub.tokens.create({ name, scope: 'pos', roles: [], source: null }).info.id;
  const template = { dataDir, tillToken: token('till'), readerToken: token('reader') };
  while (hub.config().config.stations.length < 2) await new Promise(setImmediate);
  stop();
  return template;
}

/** The product's hub on its real file, with the test's clock, ended and begun again as the test says. */
export class RealHub {
  readonly dataDir: string;
  /** Commands that reached `decide` although what they came to was stored before. */
  readonly decidedAgain: string[] = [];
  /** Of presses that were decided in a log that a restore has left behind. */
  readonly lost = new Set<string>();
  restores = 0;
  /** Where a crash waits. */
  armed: CrashPoint | null = null;
  isDead = false;
  private readonly timers: FakeTimers;
  private readonly mutant: Mutant;
  private readonly onCrash: () => void;
  private open: OpenHub;
  private looker: Database.Database | null = null;
  private backups = 0;

  constructor(template: Template, timers: FakeTimers, mutant: Mutant, onCrash: () => void) {
    this.dataDir = mkdtempSync(join(tmpdir(), 'heard-fuzz-'));
    cpSync(template.dataDir, this.dataDir, { recursive: true });
    this.timers = timers;
    this.mutant = mutant;
    this.onCrash = onCrash;
    this.open = this.begin();
  }

  get port(): HubPort {
    return this.open.hub;
  }

  get file(): string {
    return join(this.dataDir, 'heard.db');
  }

  /** As by SIGKILL: what waits is gone, and so is what was not committed. `isReplayed`: the next start reads the log, not a snapshot. */
  killAndBegin(isReplayed: boolean): void {
    this.end(false);
    if (isReplayed) {
      const db = new Database(this.file);
      db.exec('DELETE FROM snapshot');
      db.close();
    }
    this.open = this.begin();
  }

  stopAndBegin(): void {
    this.end(true);
    this.open = this.begin();
  }

  async backUp(): Promise<void> {
    await writeBackup(this.file, this.backupFile());
    this.backups = 1;
  }

  /** The backup is put back, if there is one; the number up to which the log is still the same, or null. */
  async restoreAndBegin(): Promise<number | null> {
    if (this.backups === 0) return null;
    this.end(false);
    const before = decidedIn(this.file);
    const now = EVENING + this.timers.monotonic();
    const { seq } = await restoreFile({
      dataDir: this.dataDir,
      from: this.backupFile(),
      isOtherSiteMeant: false,
      now,
    });
    const after = decidedIn(this.file);
    for (const id of before) if (!after.has(id)) this.lost.add(id);
    this.restores += 1;
    this.open = this.begin();
    return seq;
  }

  destroy(): void {
    this.end(false);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private begin(): OpenHub {
    const clock = { wall: () => EVENING + this.timers.monotonic(), mono: () => this.timers.monotonic() };
    // Timed work looks at the board whenever the machine has time: no two runs would be the same.
    const core = { ...domainCore, decide: this.decide, due: () => [] };
    this.looker = new Database(this.file, { readonly: true });
    this.isDead = false;
    this.armed = null;
    const open = openHub({ dataDir: this.dataDir, build: BUILD, clock, core, disk: roomyDisk });
    // As in a quiet house: every turn commits what it brought, and nothing waits for real time.
    Reflect.set(open.hub, 'pace', { came: () => undefined, began: () => undefined, wait: () => 0 });
    const store = partsOf(open.hub).store;
    plantInHub(this.mutant, store);
    const commit = store.commit.bind(store);
    store.commit = () => {
      this.crashAt('before the commit');
      commit();
      this.crashAt('after the commit');
    };
    return open;
  }

  /** Told of each commit after everybody else. */
  crashAfterBroadcast(): void {
    this.open.hub.onCommitted(() => {
      if (this.armed === 'after the broadcast') this.die();
    });
  }

  private crashAt(point: CrashPoint): void {
    if (this.isDead) throw new Error('a dead hub commits nothing');
    if (this.armed !== point) return;
    this.die();
    throw new Error(`crashed ${point}`);
  }

  private die(): void {
    this.isDead = true;
    this.armed = null;
    this.onCrash();
  }

  private end(isClean: boolean): void {
    const { store, snapshots } = partsOf(this.open.hub);
    if (!isClean) {
      const queue = Reflect.get(this.open.hub, 'queue');
      queue.take(queue.length);
      snapshots.write = () => undefined;
    }
    this.looker?.close();
    if (!isClean) store.rollback();
    this.open.stop();
  }

  private readonly decide: typeof domainCore.decide = (state, command, ctx) => {
    const isPress = ctx.actor.kind === 'screen' && command.type !== 'receipt.report';
    if (isPress && this.isDecided(ctx.commandId)) this.decidedAgain.push(ctx.commandId);
    return domainCore.decide(state, command, ctx);
  };

  /** Another connection sees what is committed and nothing else. */
  private isDecided(id: string): boolean {
    return this.looker?.prepare('SELECT 1 FROM dedupe WHERE command_id = ?').get(id) !== undefined;
  }

  private backupFile(): string {
    return join(this.dataDir, 'backup.db');
  }
}

/** What the hub stands on, which is nobody's business but the test's that takes it away. */
function partsOf(hub: HubPort): { store: Store; snapshots: { write: () => void } } {
  const parts: unknown = Reflect.get(hub, 'parts');
  const store: unknown = Reflect.get(Object(parts), 'store');
  const snapshots = Reflect.get(Object(parts), 'snapshots');
  if (!(store instanceof Store)) throw new Error('the hub has no store');
  return { store, snapshots };
}

function decidedIn(file: string): Set<string> {
  const db = new Database(file, { readonly: true });
  try {
    return new Set(db.prepare('SELECT command_id FROM dedupe').pluck().all().map(String));
  } finally {
    db.close();
  }
}
