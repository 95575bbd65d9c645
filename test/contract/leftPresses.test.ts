import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runService, type Service } from '../../main/service/runService.ts';
import { openStationStore } from '../../main/store/openStation.ts';
import { hubLine } from '../../main/sync/hubLine.ts';
import { CommandEnvelope } from '../../shared/domain/commands/command.ts';
import { BUILD } from '../../shared/lib/build.ts';
import { Down, HelloAnswer, type PendingCommand } from '../../shared/protocol/screenMessages.ts';
import type { SocketLike } from '../../shared/sync/socketLike.ts';
import { hello } from '../support/hello.ts';
import { grill } from '../support/house.ts';
import { until } from '../support/wait.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'heard-left-'));
const lines: Array<{ close(): void }> = [];
let service: Service;
let tokens: { station: string; tablet: string };

const start = (token: string | null): Promise<Service> =>
  runService({
    dataDir,
    build: BUILD,
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    rendererDir: dataDir,
    ...(token === null ? {} : { promoted: { formerHub: [], token } }),
  });

const press = (id: string) =>
  CommandEnvelope.parse({
    id,
    claimedAt: Date.now(),
    station: grill,
    command: { type: 'item.bump', ticket: 'gone', station: grill, portions: [], seen: 0 },
  });

/** A device that was a station: one press waits, of one it knows already that it was not done. */
function pressAsStation(siteId: string): void {
  const store = openStationStore(dataDir);
  store.outbox.put({ siteId, envelope: press('press-waits') });
  store.outbox.put({ siteId, envelope: press('press-known') });
  store.outbox.refuse(press('press-known').id, {
    state: 'refused',
    code: 'superseded',
    message: 'said before',
  });
  store.outbox.put({ siteId: 'another house', envelope: press('press-foreign') });
  store.close();
}

/** A window that has said hello: what it is told is not done, and its line. */
async function window(token: string): Promise<{ listed: readonly PendingCommand[]; socket: SocketLike }> {
  const line = hubLine(service.url, token, () => undefined);
  lines.push(line);
  line.open();
  await until('connected', () => line.socket.isConnected);
  const answer = await new Promise<unknown>((resolve) => line.socket.send('hello', hello(grill), resolve));
  const said = HelloAnswer.parse(answer);
  if (!said.ok) throw new Error(said.message);
  return { listed: said.pending, socket: line.socket };
}

const idsOf = (listed: readonly PendingCommand[]) => listed.map(({ envelope }) => envelope.id);

beforeAll(async () => {
  service = await start(null);
  const { hub } = service;
  const token = (scope: 'station' | 'screen') =>
    hub.tokens.create({ name: scope, scope, roles: ['kitchen', 'expo'], source: null }).secret;
  tokens = { station: token('station'), tablet: token('screen') };
  await service.stop();
  pressAsStation(hub.siteId);
  service = await start(tokens.station);
});

afterAll(async () => {
  for (const line of lines) line.close();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('what was pressed on a device before it became the hub, and was not done', () => {
  it('is listed with its reason at the windows of that device, and at no others', async () => {
    const { listed } = await window(tokens.station);
    expect(listed).toMatchObject([
      { envelope: { id: 'press-waits' }, settled: { state: 'refused', code: 'not_found' } },
      { envelope: { id: 'press-known' }, settled: { state: 'refused', code: 'superseded' } },
    ]);
    expect((await window(tokens.tablet)).listed).toEqual([]);
  });

  it('stays listed after a restart, until it is read there: then nowhere any more', async () => {
    await service.stop();
    service = await start(tokens.station);
    const own = await window(tokens.station);
    expect(idsOf(own.listed)).toEqual(['press-waits', 'press-known']);
    const tablet = await window(tokens.tablet);
    const told: string[][] = [];
    own.socket.on('down', (payload) => told.push(idsOf(Down.parse(payload).pending ?? [])));
    const overheard: unknown[] = [];
    tablet.socket.on('down', (payload) => overheard.push(Down.parse(payload).pending));
    // Not for who was never shown it.
    tablet.socket.send('told', { ids: ['press-known'] });
    own.socket.send('told', { ids: ['press-waits'] });
    await until('the other is left', () => told.length > 0);
    expect(told).toEqual([['press-known']]);
    expect(overheard.filter((pending) => pending !== undefined)).toEqual([]);
    await service.stop();
    service = await start(tokens.station);
    expect(idsOf((await window(tokens.station)).listed)).toEqual(['press-known']);
  });
});
