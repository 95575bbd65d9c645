// The load of "put to last screen": one connection to /pos, one put every so often, whatever became of those before it.
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { benchTicket } from '../benchTicket.ts';
import { monotonicMs } from '../monotonic.ts';
import { serve } from '../Worker.ts';
import { Connect, Send } from './messages.ts';

const ACK_MS = 30_000;
let socket: Socket | null = null;

async function connect(value: unknown): Promise<void> {
  const { url, token } = Connect.parse(value);
  const made = io(`${url}/pos`, { auth: { token }, transports: ['websocket'] });
  socket = made;
  await new Promise<void>((resolve, reject) => {
    made.once('connect', resolve);
    made.once('connect_error', reject);
  });
}

/** When each was handed to the socket. */
async function send(value: unknown): Promise<number[]> {
  const { from, count, everyMs } = Send.parse(value);
  if (socket === null) throw new Error('send before connect');
  const puts = Array.from({ length: count }, (_, index) =>
    benchTicket(from + index, { openedAt: new Date() }),
  );
  const at: number[] = [];
  const answers: Array<Promise<unknown>> = [];
  const startedAt = monotonicMs();
  for (const [index, put] of puts.entries()) {
    const left = startedAt + index * everyMs - monotonicMs();
    if (left > 0) await sleep(left);
    at.push(monotonicMs());
    answers.push(socket.timeout(ACK_MS).emitWithAck('ticket.put', put));
  }
  for (const answer of await Promise.all(answers)) {
    if (!isOk(answer)) throw new Error(`a put was refused: ${JSON.stringify(answer)}`);
  }
  return at;
}

function isOk(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}

serve({ connect, send });
