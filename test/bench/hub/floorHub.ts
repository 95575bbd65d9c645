// The floor's hub: bare Socket.IO that broadcasts the put's own JSON after one durable insert, and counts receipts.
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import { z } from 'zod';
import { serve } from '../Worker.ts';

let receipts = 0;

function listen(value: unknown): Promise<string> {
  const db = new Database(join(z.string().parse(value), 'floor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE put (n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO put (body) VALUES (?)');

  const http = createServer();
  const io = new Server(http, { serveClient: false, transports: ['websocket'] });
  const screens = io.of('/screen');
  screens.on('connection', (socket) => {
    socket.on('receipt', () => {
      receipts += 1;
    });
  });
  io.of('/pos').on('connection', (socket) => {
    socket.on('ticket.put', (ticket: unknown, answer: (result: unknown) => void) => {
      insert.run(JSON.stringify(ticket));
      screens.emit('put', ticket);
      answer({ ok: true });
    });
  });
  return new Promise((done) => {
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      done(`http://127.0.0.1:${port}`);
    });
  });
}

serve({ listen, receipts: () => receipts });
