import { io } from 'socket.io-client';

/** A POS as a process of its own: started by `startPos`, told over IPC what to send, it knows nothing but the outside contract. */
const [url = '', token = '', count = '1'] = process.argv.slice(2);

interface Order {
  readonly n: number;
  readonly connection: number;
  readonly event: string;
  readonly argument: unknown;
}

const sockets = Array.from({ length: Number(count) }, () =>
  io(`${url}/pos`, { auth: { token }, transports: ['websocket'], forceNew: true }),
);

for (const [index, socket] of sockets.entries()) {
  socket.on('feed', (message: unknown) => process.send?.({ feed: message, connection: index }));
  socket.on('connect_error', (error) => process.send?.({ refused: error.message, connection: index }));
}

process.on('message', (order: Order) => {
  sockets[order.connection]?.emit(order.event, order.argument, (answer: unknown) => {
    process.send?.({ n: order.n, answer });
  });
});

process.on('disconnect', () => process.exit(0));

await Promise.all(
  sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', () => resolve()))),
);
process.send?.({ ready: true });
