import { join } from 'node:path';
import { z } from 'zod';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { Party } from '../../../shared/domain/model/party.ts';
import { benchTicket } from '../benchTicket.ts';
import { type Percentiles, percentilesOf, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { type HeardHub, startHeardHub } from '../hub/measuredHub.ts';
import { connectPos, type FeedMessage, type Pos } from '../load/pos.ts';
import { buildIn } from '../processes.ts';
import { atMost, type RowResult, say } from '../row.ts';
import { type HeardScreen, openHeardScreen } from '../screens/heardScreen.ts';
import { Worker } from '../Worker.ts';
import { type HostPage, machineMs, openHostPage } from './hostPage.ts';

/** The issue "The door": p99, ms. */
const SEATED_MS = 250;
const STAGE_MS = 1_000;
const SCREENS = 30;
const TABLES = 40;
const SHOWN_MS = 30_000;

const CONFIG = {
  floor: {
    rooms: [{ id: 'main', name: 'Main room' }],
    tables: Array.from({ length: TABLES }, (_, at) => ({
      id: String(at + 1),
      room: 'main',
      seats: 4,
      x: (at % 8) * 150,
      y: Math.floor(at / 8) * 150,
    })),
  },
};

interface Visit {
  /** From the host's press until the hub's answer was back and the POS had `cover.opened`, whichever came later. */
  readonly seatedMs: number;
  /** From the cook's bump until the plan in a browser said that the food is on the table. */
  readonly stageMs: number;
}

interface Scene {
  readonly hub: HeardHub;
  readonly pos: Pos;
  readonly coverOpened: () => Promise<number>;
  readonly host: HeardScreen;
  readonly cook: HeardScreen;
  readonly page: HostPage;
}

/** The door and the kitchen, both ways: SEAT until the POS has its cover, and a bump until the host's plan shows it, with thirty screens. */
export async function door(flags: Flags): Promise<RowResult> {
  const visits = await evening(flags);
  const seated = percentilesOf(visits.map(({ seatedMs }) => seatedMs));
  const stage = percentilesOf(visits.map(({ stageMs }) => stageMs));
  return {
    text: tableText([
      ['', 'p50 ms', 'p95 ms', 'p99 ms'],
      ['seat to cover.opened', ...cells(seated)],
      ['bump to table stage', ...cells(stage)],
    ]),
    figures: { unit: 'ms', screens: SCREENS, visits: visits.length, seated, stage },
    judged: [
      atMost(`seat to cover.opened acknowledged, ${SCREENS} screens, p99 ms`, seated.p99, SEATED_MS),
      atMost(`kitchen bump to table stage, ${SCREENS} screens, p99 ms`, stage.p99, STAGE_MS),
    ],
  };
}

const cells = ({ p50, p95, p99 }: Percentiles) => [p50, p95, p99].map(shown);

async function evening({ dist, profile, bumps }: Flags): Promise<Visit[]> {
  const build = buildIn(dist);
  const hub = await startHeardHub(build, { profile, config: CONFIG });
  const screens = new Worker('screens', join(import.meta.dirname, '..', 'screens', 'screensProcess.ts'), []);
  const opened: Array<{ close(): unknown }> = [];
  const open = async <T extends { close(): unknown }>(making: Promise<T>): Promise<T> => {
    const made = await making;
    opened.push(made);
    return made;
  };
  try {
    const { url, posToken } = hub;
    const others = SCREENS - 3;
    const follow = { kind: 'heard', url, token: hub.screenToken, build: build.id, screens: others };
    await screens.ask('follow', { ...follow, bumpAfterMs: null }, z.null());
    const pos = await open(connectPos(url, posToken));
    const coverOpened = await coversOf(pos);
    const common = { url, build: build.id, givesReceipts: false };
    const host = await open(
      openHeardScreen({
        ...common,
        token: hub.token('screen', '--role', 'host'),
        name: 'host',
        station: null,
      }),
    );
    const cook = await open(openHeardScreen({ ...common, token: hub.screenToken, name: 'cook' }));
    const page = await open(openHostPage(url));
    const scene = { hub, pos, coverOpened, host, cook, page };
    const visits: Visit[] = [];
    for (let n = 0; n < bumps; n += 1) {
      visits.push(await visit(scene, n));
      if (n % 10 === 9) say(`the door: ${n + 1} of ${bumps} visits`);
    }
    return visits;
  } finally {
    for (const one of opened) await one.close();
    await screens.end();
    await hub.end();
  }
}

async function visit({ pos, coverOpened, host, cook, page }: Scene, n: number): Promise<Visit> {
  const table = String(1 + (n % TABLES));
  const party = await walkIn(host);
  await page.forget(table);
  const cover = coverOpened();
  const pressedAt = machineMs();
  const seen = host.client.confirmed().seq;
  await press(host, {
    type: 'party.seat',
    party: party.id,
    tables: [table],
    covers: null,
    server: null,
    seats: [],
    reason: null,
    seen,
  });
  const seatedMs = Math.max(machineMs(), await cover) - pressedAt;

  const ticket = benchTicket(n, { openedAt: new Date(), lines: 2 });
  await pos.put({ ...ticket, table, items: ticket.items.map((item) => ({ ...item, course: 1 })) });
  await page.shown(table, 'cooking', SHOWN_MS);
  const bumpedAt = machineMs();
  await cook.bump(n);
  const stageMs = (await page.shown(table, 'on_the_table', SHOWN_MS)) - bumpedAt;

  await press(host, { type: 'party.finish', party: party.id, seen: host.client.confirmed().seq });
  await press(host, { type: 'table.mark', table, state: 'clean', reason: null, until: null });
  return { seatedMs, stageMs };
}

/** A party of two at the door. */
async function walkIn(host: HeardScreen): Promise<Party> {
  const known = new Set(host.client.confirmed().parties.keys());
  const guest = { name: null, phone: null, email: null, kitchenNotes: null, guestNotes: null };
  await press(host, {
    type: 'party.add',
    kind: 'walk_in',
    guest,
    allergies: [],
    covers: 2,
    at: null,
    etaAt: null,
    durationMinutes: null,
    quotedMinutes: null,
    tables: [],
    locked: false,
    server: null,
    vip: false,
    occasion: null,
  });
  const come = [...host.client.confirmed().parties.values()].find(({ id }) => !known.has(id));
  if (!come) throw new Error('the walk-in is on no screen');
  return come;
}

async function press({ client }: HeardScreen, command: ScreenCommand): Promise<void> {
  const settled = await client.press(command).result;
  if (settled.state !== 'decided') throw new Error(`${command.type}: ${JSON.stringify(settled)}`);
}

/** Each call resolves with the machine's time at which the next `cover.opened` came. */
async function coversOf(pos: Pos): Promise<() => Promise<number>> {
  const waiting: Array<(at: number) => void> = [];
  await pos.listen(({ type }: FeedMessage) => {
    if (type === 'cover.opened') waiting.shift()?.(machineMs());
  });
  return () => new Promise((resolve) => waiting.push(resolve));
}
