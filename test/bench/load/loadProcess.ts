// The load: one connection to /pos, one put every so often, whatever became of those before it.
import { setTimeout as sleep } from 'node:timers/promises';
import { benchTicket } from '../benchTicket.ts';
import { Connect, Send } from '../messages.ts';
import { monotonicMs } from '../monotonic.ts';
import { serve } from '../Worker.ts';
import { connectPos, type Pos } from './pos.ts';

let pos: Pos | null = null;

async function connect(value: unknown): Promise<void> {
  const { url, token } = Connect.parse(value);
  pos = await connectPos(url, token);
}

/** When each was handed to the socket. */
async function send(value: unknown): Promise<number[]> {
  const { from, count, everyMs, isAtOnce } = Send.parse(value);
  if (pos === null) throw new Error('send before connect');
  const puts = Array.from({ length: count }, (_, index) =>
    benchTicket(from + index, { openedAt: new Date(), isAtOnce }),
  );
  const at: number[] = [];
  const answers: Array<Promise<void>> = [];
  const startedAt = monotonicMs();
  for (const [index, put] of puts.entries()) {
    const left = startedAt + index * everyMs - monotonicMs();
    if (left > 0) await sleep(left);
    at.push(monotonicMs());
    answers.push(pos.put(put));
  }
  await Promise.all(answers);
  return at;
}

serve({ connect, send });
