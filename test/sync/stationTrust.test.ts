import { expect, it } from 'vitest';
import { CommandId, type StationId } from '../../shared/lib/ids.ts';
import { Settled } from '../../shared/protocol/screenMessages.ts';
import { FakeTimers } from '../support/fakeTimers.ts';
import { hello } from '../support/hello.ts';
import { fry, grill } from '../support/house.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { type ServedAs, ServedSource } from '../support/servedSource.ts';
import { SocketPair } from '../support/socketPair.ts';

/** What the hub answers to a bump of fry's food, sent on the grill's line as pressed at `station`. */
async function bumpAs(as: ServedAs, station: StationId): Promise<Settled> {
  const timers = new FakeTimers();
  const hub = new MemoryHub(timers);
  const side = new ServedSource(hub, timers);
  hub.put({ id: 'F', items: [{ id: 'f', stations: ['fry'] }] });
  const { id, items } = hub.ticket('F');
  const pair = new SocketPair((socket) => side.serve(socket, as));
  pair.connect();
  pair.client.send('hello', hello(grill));
  const portions = items.map((item) => ({ item: item.id, batch: 1, quantity: 1 }));
  const command = { type: 'item.bump', ticket: id, station: fry, portions, seen: hub.state().seq };
  const envelope = { id: CommandId.parse('press-of-test'), claimedAt: hub.now(), station, command };
  const answers: unknown[] = [];
  pair.client.send('command', { envelope }, (answer) => answers.push(answer));
  pair.deliver('up');
  await new Promise(setImmediate);
  pair.deliver('down');
  return Settled.parse(answers[0]);
}

it('a station speaks for its screens', async () => {
  expect(await bumpAs({ roles: ['kitchen'], isStation: true }, fry)).toMatchObject({ outcome: 'applied' });
});

it('an ordinary screen is where it said hello, whatever its presses say', async () => {
  expect(await bumpAs({ roles: ['kitchen'] }, fry)).toMatchObject({ code: 'wrong_station' });
});

it('a station speaks for no screen that its token may not show', async () => {
  const pass = 'expo' as StationId;
  expect(await bumpAs({ roles: ['kitchen'], isStation: true }, pass)).toMatchObject({ code: 'unauthorized' });
});
