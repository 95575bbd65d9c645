// The floor of "ready again": a plain process that reads the same rows once: floorRead.mjs DIR SNAPSHOT.
// SNAPSHOT is the log number of the snapshot the service starts from; 0: none, all events are read.
// Plain JavaScript: Node would take time to strip types, and the service it is measured against is built.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const [dataDir = '', snapshot = '0'] = process.argv.slice(2);
const db = new Database(join(dataDir, 'heard.db'));
let read = 0;
const take = (/** @type {string} */ text) => {
  JSON.parse(text);
  read += 1;
};
const document = db.prepare('SELECT document FROM snapshot WHERE seq = ?').pluck().get(Number(snapshot));
if (typeof document === 'string' && snapshot !== '0') take(document);
const rows = db.prepare('SELECT body FROM event WHERE seq > ? ORDER BY seq').pluck();
for (const body of rows.iterate(Number(snapshot))) take(String(body));
writeSync(1, `${read}\n`);
