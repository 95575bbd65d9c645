// The floor of "put to last screen": bare Socket.IO that broadcasts the put's own JSON after one durable insert.
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';

const dataDir = process.argv[2] ?? '.';
const db = new Database(join(dataDir, 'floor.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE put (n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO put (body) VALUES (?)');

const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'] });
const screens = io.of('/screen');
io.of('/pos').on('connection', (socket) => {
  socket.on('ticket.put', (ticket: unknown, answer: (result: unknown) => void) => {
    insert.run(JSON.stringify(ticket));
    screens.emit('put', ticket);
    answer({ ok: true });
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ event: 'ready', url: `http://127.0.0.1:${port}` })}\n`);
});
for (const signal of ['SIGTERM', 'disconnect'] as const) process.on(signal, () => process.exit(0));
