// Makes every snapshot of a data folder unreadable, and ends by SIGKILL so that the write-ahead log stays as it is: spoilSnapshots.ts DIR.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const db = new Database(join(process.argv[2] ?? '', 'heard.db'));
db.pragma('wal_autocheckpoint = 0');
const { changes } = db
  .prepare('UPDATE snapshot SET document = substr(document, 1, length(document) / 2)')
  .run();
writeSync(1, `${changes}\n`);
process.kill(process.pid, 'SIGKILL');
