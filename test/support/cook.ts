import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import { StationId } from '../../shared/lib/ids.ts';
import { HelloAnswer, PROTOCOL_VERSION, Settled } from '../../shared/protocol/screenMessages.ts';

const ANSWER_MS = 8000;

/** A cook without glass, for tests of the other side: reads the board whole each time and presses one thing. */
export interface Cook {
  /** Portions of the dishes named (all, when none is) are made ready. */
  readonly bump: (externalId: string, items?: readonly string[]) => Promise<void>;
  /** As UNDO does. */
  readonly undo: (externalId: string) => Promise<void>;
  readonly command: (command: ScreenCommand) => Promise<Settled>;
  readonly ticket: (externalId: string) => Promise<Ticket>;
  readonly seq: () => Promise<number>;
  readonly close: () => void;
}

export async function connectCook(url: string, station = 'kitchen', auth: object = {}): Promise<Cook> {
  const socket = io(`${url}/screen`, {
    auth,
    forceNew: true,
    transports: ['websocket'],
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const at = StationId.parse(station);
  const ask = async (event: string, payload: unknown): Promise<unknown> =>
    await socket.timeout(ANSWER_MS).emitWithAck(event, payload);

  const hello = async (page: { snapshot: string; index: number } | null = null) => {
    const who = { protocol: PROTOCOL_VERSION, build: 'dev', screen: 'cook', station: at };
    const answer = HelloAnswer.parse(await ask('hello', { ...who, cursor: null, page }));
    if (!answer.ok) throw new Error(`hello: ${answer.code} ${answer.message}`);
    return answer;
  };
  const board = async () => {
    let { snapshot } = await hello();
    const tickets = [...(snapshot?.tickets ?? [])];
    while (snapshot && snapshot.index + 1 < snapshot.pages) {
      snapshot = (await hello({ snapshot: snapshot.snapshot, index: snapshot.index + 1 })).snapshot;
      tickets.push(...(snapshot?.tickets ?? []));
    }
    return tickets;
  };
  const ticket = async (externalId: string) => {
    const found = (await board()).find((one) => one.externalId === externalId);
    if (!found) throw new Error(`the board has no ${externalId}`);
    return found;
  };
  const command = async (body: ScreenCommand) => {
    const envelope = { id: `cook-${randomUUID()}`, claimedAt: (await hello()).now, command: body };
    return Settled.parse(await ask('command', { envelope }));
  };
  const must = async (body: ScreenCommand) => {
    const settled = await command(body);
    if (settled.state !== 'decided') throw new Error(`${body.type}: ${JSON.stringify(settled)}`);
  };
  const seq = async () => (await hello()).seq;
  return {
    ticket,
    command,
    seq,
    bump: async (externalId, items) => {
      const { id, items: lines } = await ticket(externalId);
      const portions = lines
        .filter((line) => items === undefined || items.includes(line.externalId))
        .flatMap((line) =>
          line.batches
            .filter((batch) => batch.firedAt !== null && batch.void === null)
            .map((batch) => ({ item: line.id, batch: batch.n, quantity: batch.quantity })),
        );
      await must({ type: 'item.bump', ticket: id, station: at, portions, seen: await seq() });
    },
    undo: async (externalId) => {
      const { id, items: lines } = await ticket(externalId);
      const portions = lines.flatMap((line) =>
        line.batches.map((batch) => ({ item: line.id, batch: batch.n, quantity: 0 })),
      );
      await must({ type: 'item.recall', ticket: id, station: null, portions, undo: true, seen: await seq() });
    },
    close: () => socket.close(),
  };
}
