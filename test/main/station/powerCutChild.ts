import { writeSync } from 'node:fs';
import pino from 'pino';
import { Station } from '../../../main/station/Station.ts';
import { openStationStore } from '../../../main/store/openStation.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';
import { grill } from '../../support/house.ts';
import { MemoryHub } from '../../support/memoryHub.ts';
import { ServedSource } from '../../support/servedSource.ts';
import { SocketPair } from '../../support/socketPair.ts';

// Run as a process of its own and killed at any moment: a station on its real file, whose hub lives in this process. It presses without
// end, now with the hub and now without, and writes the id of each press that was called kept, a line each.
const [dataDir = '', round = ''] = process.argv.slice(2);
const timers = new FakeTimers();
const hub = new MemoryHub(timers);
// Each round is another hub: put back from a backup, as far as the station can tell.
hub.epoch = { n: 1 + Number(round), id: `round-${round}` };
const hubSide = new ServedSource(hub, timers);
const line = new SocketPair((socket) => hubSide.serve(socket, { roles: ['kitchen'], isStation: true }));
const station = new Station({
  store: openStationStore(dataDir),
  socket: line.client,
  station: grill,
  build: BUILD,
  timers,
  wall: () => hub.now(),
  newId: () => `own-${Math.random()}`,
  isVisible: () => true,
  log: pino({ level: 'silent' }),
});
await station.start();

async function settle(): Promise<void> {
  for (let idle = 0; idle < 3; ) {
    const moved = line.deliver('up') + line.deliver('down');
    await new Promise(setImmediate);
    idle = moved === 0 ? idle + 1 : 0;
  }
}

line.connect();
await settle();
for (let n = 0; ; n += 1) {
  const id = `T${n}-of-${round}`;
  hub.put({ id, items: [{ id: 'a' }] });
  await settle();
  if (n % 7 === 5) line.cut();
  const ticket = hub.ticket(id);
  const commandId = `press-${round}-${n}`;
  const portions = ticket.items.map((item) => ({ item: item.id, batch: 1, quantity: 1 }));
  const result = await station.submit({
    commandId,
    actor: { kind: 'screen', roles: ['kitchen'], station: grill, screen: 'window' },
    claimedAt: station.now(),
    command: { type: 'item.bump', ticket: ticket.id, station: grill, portions, seen: station.state().seq },
  });
  if (result.ok && result.outcome === 'queued') writeSync(1, `${commandId}\n`);
  if (n % 7 === 6) line.connect();
  timers.advance(100);
  await settle();
}
