import { connectPos } from './posClient.ts';
import { promote, type StandbyHouse, standingOf } from './standbyHouse.ts';
import { anItem, aTicket } from './tickets.ts';
import { until } from './wait.ts';

export async function putTickets(house: StandbyHouse, url: string, ...numbers: string[]): Promise<void> {
  const pos = await connectPos(url, house.tokens.pos);
  for (const number of numbers) {
    const items = [anItem('i1', { name: 'Soup' })];
    await pos.send('ticket.put', aTicket({ id: number, number, revision: 1, table: number, items }));
  }
  pos.close();
}

/** The standby stands still while the hub takes `tail`, and is the hub then: the old one, which is off, knows these alone. */
export async function promoteWithTail(house: StandbyHouse, tail: readonly string[]): Promise<void> {
  await until('the standby is whole', async () => (await standingOf(house.standby)).state === 'ready');
  process.kill(house.standby.pid, 'SIGSTOP');
  try {
    await putTickets(house, house.hub.url, ...tail);
    await house.hub.kill('SIGKILL');
  } finally {
    process.kill(house.standby.pid, 'SIGCONT');
  }
  await promote(house.standby);
}
