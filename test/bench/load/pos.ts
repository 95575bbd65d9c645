import { io } from 'socket.io-client';
import { z } from 'zod';

const ACK_MS = 30_000;

const Answer = z.object({ ok: z.literal(true) });
const FeedMessage = z.object({
  type: z.string(),
  ticket: z.object({ id: z.string() }).optional(),
});
export type FeedMessage = z.infer<typeof FeedMessage>;

/** A POS on the line. */
export interface Pos {
  /** Resolves when the hub has it; throws when the hub refuses it. */
  readonly put: (ticket: unknown) => Promise<void>;
  /** All that happens from now on. */
  readonly listen: (onMessage: (message: FeedMessage) => void) => Promise<void>;
  readonly close: () => void;
}

export async function connectPos(url: string, token: string): Promise<Pos> {
  const socket = io(`${url}/pos`, { auth: { token }, transports: ['websocket'], forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const ask = async (event: string, argument: unknown) => {
    const answer: unknown = await socket.timeout(ACK_MS).emitWithAck(event, argument);
    if (!Answer.safeParse(answer).success) throw new Error(`${event} was refused: ${JSON.stringify(answer)}`);
  };
  return {
    put: (ticket) => ask('ticket.put', ticket),
    listen: async (onMessage) => {
      socket.on('feed', (message: unknown) => onMessage(FeedMessage.parse(message)));
      await ask('feed.resume', { after: 0 });
    },
    close: () => socket.disconnect(),
  };
}
