// A POS as others write them: each ticket again until it is acknowledged, the feed from where it was. It keeps the account.
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { z } from 'zod';
import { monotonicMs } from '../../bench/monotonic.ts';
import { Answer, FeedMessage, ticketOf } from '../pos.ts';
import { answerAsked } from './askedProcess.ts';
import { type TillAccount, TillSetup } from './messages.ts';

const ANSWER_MS = 2_000;
const AGAIN_MS = 200;

const Pace = z.object({ everyMs: z.number(), noteCharacters: z.number() });
/** As many as a note may have. */
const NOTE_CHARACTERS = 2_000;
const Many = z.object({ count: z.number(), noteCharacters: z.number() });

type Sent = TillAccount['sent'][number];

answerAsked(TillSetup, ({ url, token, prefix }) => {
  const sent: Sent[] = [];
  const feed: FeedMessage[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  let notes = 0;
  const socket = io(`${url}/pos`, {
    auth: { token },
    transports: ['websocket'],
    reconnectionDelay: 200,
    reconnectionDelayMax: 500,
    timeout: 2_000,
  });
  socket.on('connect', () => socket.emit('feed.resume', { after: last }, () => undefined));
  socket.on('feed', (raw: unknown) => {
    const message = FeedMessage.parse(raw);
    feed.push(message);
    last = Math.max(last, message.seq);
  });

  const deliver = async (ticket: Record<string, unknown>, note: Sent): Promise<void> => {
    while (note.ackedAt === null) {
      if (!socket.connected) {
        await sleep(AGAIN_MS);
        continue;
      }
      note.tries += 1;
      try {
        const answer = Answer.parse(await socket.timeout(ANSWER_MS).emitWithAck('ticket.put', ticket));
        note.results.push(answer.result ?? answer.error?.code ?? '');
        if (answer.ok) note.ackedAt = monotonicMs();
        else await sleep(AGAIN_MS);
      } catch {
        // No answer: the line went, or the hub did. The same ticket is put again.
      }
    }
  };
  const put = (): Promise<void> => {
    const id = `${prefix}-${sent.length}`;
    const note: Sent = { id, at: monotonicMs(), ackedAt: null, results: [], tries: 0 };
    sent.push(note);
    const items = Array.from({ length: Math.max(1, notes) }, (_, n) => ({
      id: `i${n}`,
      name: 'Soup',
      quantity: 1,
      ...(notes > 0 ? { notes: 'x'.repeat(NOTE_CHARACTERS) } : {}),
    }));
    return deliver(ticketOf({ id, number: id, table: id, revision: 1, items }), note);
  };
  return {
    open: (value) => {
      const { everyMs, noteCharacters } = Pace.parse(value);
      notes = Math.ceil(noteCharacters / NOTE_CHARACTERS);
      clearInterval(timer);
      timer = setInterval(() => void put(), everyMs);
    },
    pause: () => clearInterval(timer),
    /** Resolves when all are acknowledged. */
    puts: async (value) => {
      const { count, noteCharacters } = Many.parse(value);
      notes = Math.ceil(noteCharacters / NOTE_CHARACTERS);
      await Promise.all(Array.from({ length: count }, () => put()));
    },
    account: () => ({ sent, feed }),
  };
});
