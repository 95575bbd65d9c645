import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openReadOnly } from '../../../main/store/openReadOnly.ts';
import { readLogFile } from '../../../main/store/readLogFile.ts';
import { replayCheck } from '../../../main/store/replayCheck.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { AskedProcess } from './askedProcess.ts';
import { Arrivals, CaughtUp, Look, Press, type ScreensSetup, Stand, TillAccount } from './messages.ts';

const PRESS_EVERY_MS = 120;
const LOOK_EVERY_MS = 50;
const SCREENS = join(import.meta.dirname, 'screensProgram.ts');
const TILL = join(import.meta.dirname, 'tillProgram.ts');

/** A screen: which of a process's. */
interface Glass {
  readonly name: string;
  readonly process: AskedProcess;
  readonly screen: number;
}

/** Everybody around one hub, each in a process of its own: a POS, and screens that cooks press on. */
export class Kitchen {
  readonly glasses: Glass[] = [];
  private readonly processes: AskedProcess[] = [];
  private readonly database: string;
  private till: AskedProcess | null = null;
  private isCooking = false;
  private cooking: Promise<unknown> = Promise.resolve();

  /** `hubDir`: the hub's data folder. */
  constructor(hubDir: string) {
    this.database = join(hubDir, 'heard.db');
  }

  addScreens(setup: Omit<ScreensSetup, 'build' | 'station'>, namespace?: string): AskedProcess {
    const process = new AskedProcess(SCREENS, { ...setup, build: 'dev', station: 'kitchen' }, namespace);
    this.processes.push(process);
    const { name, count } = setup;
    for (let screen = 0; screen < count; screen += 1)
      this.glasses.push({ name: count === 1 ? name : `${name} ${screen}`, process, screen });
    return process;
  }

  addTill(setup: { readonly url: string; readonly token: string }, namespace?: string): void {
    this.till = new AskedProcess(TILL, { ...setup, prefix: 'T' }, namespace);
    this.processes.push(this.till);
  }

  /** The POS puts and the cooks bump, until `rest`. `noteCharacters`: of all notes of a ticket, to make it heavy. */
  async rush(putEveryMs: number, noteCharacters = 0): Promise<void> {
    await this.pos('open', { everyMs: putEveryMs, noteCharacters });
    this.isCooking = true;
    this.cooking = Promise.all(this.glasses.map((glass, n) => this.cook(glass, n)));
  }

  /** The POS puts at a pace and nobody presses. */
  async onlyPuts(putEveryMs: number, noteCharacters: number): Promise<void> {
    await this.pos('open', { everyMs: putEveryMs, noteCharacters });
  }

  async rest(): Promise<void> {
    this.isCooking = false;
    await this.cooking;
    await this.pos('pause', null);
  }

  /** All at once; resolves when they are acknowledged. */
  async puts(count: number, noteCharacters: number): Promise<void> {
    await this.pos('puts', { count, noteCharacters });
  }

  /** How long it took until every screen equals the hub and every press and put is answered. Throws with how all stand when it does not. */
  async equal(withinMs: number, except: readonly string[] = []): Promise<number> {
    const since = performance.now();
    for (;;) {
      const hub = this.hubStands();
      const looks = await this.looks(except);
      const open = (await this.account()).sent.filter(({ ackedAt }) => ackedAt === null).length;
      const isEqual = ({ digest, link, waiting }: Look) =>
        digest === hub.digest && link === 'live' && waiting === 0;
      const unequal = [...looks].filter(([, look]) => !isEqual(look));
      const ms = performance.now() - since;
      if (unequal.length === 0 && open === 0) return ms;
      if (ms > withinMs) {
        const told = unequal.map(([name, { phase, link, seq, waiting }]) => ({
          name,
          phase,
          link,
          seq,
          waiting,
        }));
        throw new Error(
          `not equal after ${withinMs} ms: the hub at ${hub.seq}, ${open} puts open; ${JSON.stringify(told)}`,
        );
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** How every screen stands, by its name; `except` those that cannot answer. */
  looks(except: readonly string[] = []): Promise<Map<string, Look>> {
    return this.ofEach('looks', Look, except);
  }

  /** The same without the digest, and so without keeping anybody from a beat. */
  stands(): Promise<Map<string, Stand>> {
    return this.ofEach('stands', Stand);
  }

  async presses(): Promise<Press[]> {
    const groups = new Set(this.glasses.map(({ process }) => process));
    const all = await Promise.all([...groups].map((process) => process.ask('presses', null, z.array(Press))));
    return all.flat();
  }

  /** One bump of all that is open of this ticket on this screen's glass. Throws when nothing is. */
  async press(name: string, ticket: string): Promise<void> {
    const glass = this.glasses.find((one) => one.name === name);
    const pressed = await glass?.process.ask('bump', { screen: glass.screen, ticket }, z.string().nullable());
    if (typeof pressed !== 'string') throw new Error(`${ticket} is not open on ${name}`);
  }

  /** Tickets by when this screen had them. */
  arrivals({ process, screen }: Glass): Promise<Arrivals> {
    return process.ask('arrivals', { screen }, Arrivals);
  }

  /** When this screen was live and had the log up to `seq`. */
  caughtUp({ process, screen }: Glass, seq: number): Promise<number | null> {
    return process.ask('caughtUp', { screen, seq }, CaughtUp);
  }

  /** From here on `caughtUp` tells of what comes. */
  async forgetCaughtUp(): Promise<void> {
    const groups = new Set(this.glasses.map(({ process }) => process));
    await Promise.all([...groups].map((process) => process.ask('forget', null, z.unknown())));
  }

  account(): Promise<TillAccount> {
    if (!this.till) throw new Error('there is no POS');
    return this.till.ask('account', null, TillAccount);
  }

  log(): Event[] {
    return [...readLogFile(this.database)];
  }

  /** What the log itself says, not what the hub tells. */
  hubStands(): { readonly seq: number; readonly digest: string } {
    const db = openReadOnly(this.database);
    try {
      const { state } = replayCheck(db);
      const text = canonicalJson(stateToDocument(state));
      return { seq: state.seq, digest: createHash('sha256').update(text).digest('hex') };
    } finally {
      db.close();
    }
  }

  async close(): Promise<void> {
    this.isCooking = false;
    await this.cooking.catch(() => undefined);
    await Promise.all(this.processes.map((process) => process.end()));
  }

  /** Each screen has its share of the tickets, so that every press is the only one of its ticket. */
  private async cook({ process, screen }: Glass, n: number): Promise<void> {
    while (this.isCooking) {
      await sleep(PRESS_EVERY_MS);
      const open = await process.ask('open', { screen }, z.array(z.string()));
      const ticket = open.find((id) => Number(id.split('-')[1]) % this.glasses.length === n);
      if (ticket !== undefined) await process.ask('bump', { screen, ticket }, z.unknown());
    }
  }

  private async ofEach<T>(
    what: string,
    answer: z.ZodType<T>,
    except: readonly string[] = [],
  ): Promise<Map<string, T>> {
    const asked = this.glasses.filter(({ name }) => !except.includes(name));
    const answers = await Promise.all(
      [...new Set(asked.map(({ process }) => process))].map(async (process) => {
        const all = await process.ask(what, null, z.array(answer));
        return asked.flatMap((glass) => {
          const one = glass.process === process ? all[glass.screen] : undefined;
          return one === undefined ? [] : [[glass.name, one] as const];
        });
      }),
    );
    return new Map(answers.flat());
  }

  private async pos(what: string, value: unknown): Promise<void> {
    await this.till?.ask(what, value, z.unknown());
  }
}
