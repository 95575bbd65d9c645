import { io, type Socket } from 'socket.io-client';
import type { OutsideAnswer } from '../../shared/protocol/outside/answer.ts';
import type { FeedMessage } from '../../shared/protocol/outside/feedMessage.ts';

const CONNECT_MS = 8000;
const ANSWER_MS = 8000;
const HEARD_MS = 8000;

/** A POS as any program would write it: one Socket.IO connection to `/pos`. */
export interface PosClient {
  readonly socket: Socket;
  /** Everything the feed has said on this connection, in order. */
  readonly feed: FeedMessage[];
  /** Sends any arguments and waits for the acknowledgement. */
  readonly send: (event: string, ...args: unknown[]) => Promise<OutsideAnswer>;
  /** Waits until the feed has said what `isIt` looks for. */
  readonly hears: (isIt: (message: FeedMessage) => boolean) => Promise<FeedMessage>;
  readonly close: () => void;
}

/** Connects, or throws the `connect_error` message. */
export async function connectPos(
  url: string,
  token: unknown,
  options: { readonly transports?: string[] } = {},
): Promise<PosClient> {
  const socket = io(`${url}/pos`, {
    auth: { token },
    forceNew: true,
    reconnection: false,
    transports: options.transports ?? ['websocket'],
  });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no connection')), CONNECT_MS);
    const end = (act: () => void) => () => {
      clearTimeout(late);
      act();
    };
    socket.once('connect', end(resolve));
    socket.once('connect_error', (error) => {
      socket.close();
      end(() => reject(error))();
    });
  });
  return clientOf(socket);
}

function clientOf(socket: Socket): PosClient {
  const feed: FeedMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on('feed', (message: FeedMessage) => {
    feed.push(message);
    for (const look of waiting) look();
  });
  return {
    socket,
    feed,
    send: (event, ...args) => socket.timeout(ANSWER_MS).emitWithAck(event, ...args),
    hears: (isIt) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`not heard; the feed said ${JSON.stringify(feed.map(({ type }) => type))}`));
        }, HEARD_MS);
        const look = () => {
          const found = feed.find(isIt);
          if (!found) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.close(),
  };
}

/** What an answer says in a word: the result of what was done, or the code of a refusal. */
export function resultOf(answer: OutsideAnswer): string | null {
  if ('result' in answer) return answer.result;
  return 'error' in answer ? answer.error.code : null;
}
