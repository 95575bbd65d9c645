import type { Namespace, Server, Socket } from 'socket.io';
import { invalid, type OutsideAnswer, refusal } from '../../shared/protocol/outside/answer.ts';
import { cardRule } from '../../shared/protocol/outside/cardRule.ts';
import { LIMITS } from '../../shared/protocol/outside/limits.ts';
import { ARGUMENT } from '../../shared/protocol/outside/parseMessage.ts';
import type { HubPort } from '../hub/port.ts';
import { MessageSize } from './messageSize.ts';
import { authenticatePos, listenerOf } from './posAuthentication.ts';
import { PosFeed } from './posFeed.ts';
import { acknowledgeFeed, type Handled, resumeFeed } from './posFeedMessages.ts';
import type { PosDeps, PosListener } from './posListener.ts';
import { handlePosMessage } from './posMessage.ts';

/** The namespace of POS and bookings systems (CONTRACT section 2). Returns the way to stop. */
export function attachPos(io: Server, deps: PosDeps): () => void {
  const namespace = io.of('/pos');
  namespace.use(authenticatePos(deps));
  namespace.on('connection', (socket) => serve(socket, deps));
  return deps.hub.tokens.onRevoked((tokenId) => cut(namespace, tokenId));
}

function cut(namespace: Namespace, tokenId: string): void {
  for (const socket of namespace.sockets.values()) {
    if (listenerOf(socket)?.tokenId === tokenId) socket.disconnect(true);
  }
}

function serve(socket: Socket, deps: PosDeps): void {
  const listener = listenerOf(socket);
  if (!listener) {
    socket.disconnect(true);
    return;
  }
  const { hub } = deps;
  const feed = new PosFeed(socket, hub, listener);
  const size = new MessageSize(socket);
  const gone = listener.scope === 'pos' ? deps.posLink.connected() : null;
  socket.on('disconnect', () => {
    feed.close();
    gone?.();
  });
  socket.onAny((event: unknown, ...args: unknown[]) => {
    const { argument, answer, isOne } = takeApart(args);
    const judge = async (): Promise<Handled> => {
      if (args.some((arg) => size.isTooLarge(arg))) return { answer: tooLarge };
      if (!isOne) return { answer: oneArgument };
      return await handle(hub, listener, feed, String(event), argument);
    };
    judge()
      .catch((error: unknown) => fault(deps, listener, String(event), argument, error))
      .then((handled) => {
        answer(handled.answer);
        handled.afterwards?.();
      })
      .catch((error: unknown) => listener.log.error({ err: error }, 'an answer could not be sent'));
  });
}

async function handle(
  hub: HubPort,
  listener: PosListener,
  feed: PosFeed,
  event: string,
  argument: unknown,
): Promise<Handled> {
  switch (event) {
    case 'feed.resume':
      return resumeFeed(hub, listener.tokenId, feed, argument);
    case 'feed.ack':
      return acknowledgeFeed(hub, listener.tokenId, argument);
    default:
      return { answer: await handlePosMessage(hub, listener, event, argument) };
  }
}

const oneArgument = invalid([{ path: ARGUMENT, message: 'an event takes exactly one JSON argument' }]);
const tooLarge = refusal('too_large', `A message has at most ${LIMITS.messageBytes} bytes.`);

/** Clients in other languages forget the acknowledgement, or send none or several arguments: none of it may throw. */
function takeApart(args: readonly unknown[]) {
  const last = args.at(-1);
  const isAcked = typeof last === 'function';
  const values = isAcked ? args.slice(0, -1) : args;
  return {
    argument: values[0],
    isOne: values.length === 1,
    answer: (result: OutsideAnswer) => {
      if (isAcked) last(result);
    },
  };
}

/** A fault of ours, contained: the sender is told, people see one alert, the message is kept to be looked at. */
function fault(
  { faults }: PosDeps,
  listener: PosListener,
  event: string,
  argument: unknown,
  error: unknown,
): Handled {
  listener.log.error({ err: error, event }, 'a message could not be handled');
  faults.contained(`/pos ${event}`, error, cardRule(argument));
  return {
    answer: refusal('internal', 'The hub could not handle this message. It is kept to be looked at.'),
  };
}
