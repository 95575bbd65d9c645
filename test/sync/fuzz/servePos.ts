import pino from 'pino';
import type { Socket } from 'socket.io';
import type { HubPort } from '../../../main/hub/port.ts';
import { PosFeed } from '../../../main/sync/posFeed.ts';
import { acknowledgeFeed, resumeFeed } from '../../../main/sync/posFeedMessages.ts';
import { handlePosMessage } from '../../../main/sync/posMessage.ts';
import type { PairServerSocket } from '../../support/socketPair.ts';

const log = pino({ level: 'silent' });

/** The hub's end of a POS's connection over a line that the test delivers: what `main/sync/posSocket` does with a real one. */
export function servePos(socket: PairServerSocket, hub: HubPort, tokenId: string, skipped: number): void {
  const listener = { tokenId, name: 'till', scope: 'pos' as const, source: null, log };
  const feed = new PosFeed(feedEnd(socket), hub, listener);
  socket.onLink((isConnected) => {
    if (!isConnected) feed.close();
  });
  for (const event of ['ticket.put', 'course.fire'] as const) {
    socket.on(event, (payload, answer) => {
      void handlePosMessage(hub, listener, event, payload).then(answer);
    });
  }
  socket.on('feed.resume', (payload, answer) => {
    const resume = new Proxy(feed, {
      get: (target, name) =>
        name === 'start'
          ? (after: number, restarted: Parameters<PosFeed['start']>[1]) =>
              target.start(after === 0 ? after : after + skipped, restarted)
          : Reflect.get(target, name).bind(target),
    });
    const handled = resumeFeed(hub, tokenId, resume, payload);
    answer(handled.answer);
    handled.afterwards?.();
  });
  socket.on('feed.ack', (payload, answer) => answer(acknowledgeFeed(hub, tokenId, payload).answer));
}

/** Of a Socket.IO socket the feed uses this; nothing waits in its buffers. */
function feedEnd(socket: PairServerSocket): Socket {
  const end: Pick<Socket, 'emit' | 'disconnect'> & { conn: { transport: object; writeBuffer: [] } } = {
    emit: (name: string, payload: unknown) => {
      if (socket.isConnected) socket.send(name, payload);
      return true;
    },
    disconnect: () => {
      throw new Error('the feed closed its connection');
    },
    conn: { transport: {}, writeBuffer: [] },
  };
  return end as unknown as Socket;
}
