import { connect, type Socket } from 'node:net';
import pino from 'pino';
import { expect, it } from 'vitest';
import { bareApp } from '../../../main/service/bareApp.ts';
import { createSocketServer } from '../../../main/sync/socketServer.ts';
import { connectPos } from '../../support/posClient.ts';
import { until } from '../../support/wait.ts';

const IDLE_MS = 400;
/** More than the system's own buffers take. */
const ANSWER_BYTES = 32 * 1024 * 1024;

it('who never reads an answer is dropped with it; a quiet WebSocket stays', async () => {
  const app = bareApp(pino({ level: 'silent' }), undefined, IDLE_MS);
  app.get('/much', () => 'x'.repeat(ANSWER_BYTES));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const io = createSocketServer(app.server, () => true);
  io.of('/pos');
  const quiet = await connectPos(url, null);
  const hung: Socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    hung.on('error', () => undefined);
    hung.pause();
    hung.write('GET /much HTTP/1.1\r\nHost: here\r\n\r\n');
    const count = () =>
      new Promise<number>((resolve) => app.server.getConnections((_error, n) => resolve(n)));
    await until('both are there', async () => (await count()) === 2);
    await until('one is dropped', async () => (await count()) === 1);
    await new Promise((resolve) => setTimeout(resolve, 3 * IDLE_MS));
    expect(quiet.socket.connected).toBe(true);
  } finally {
    hung.destroy();
    quiet.close();
    await io.close();
    await app.close();
  }
});
