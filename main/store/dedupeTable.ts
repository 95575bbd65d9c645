import { z } from 'zod';
import { StoredAnswer } from './answer.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const Row = z.object({ answer: z.string() });
const KeyRow = Row.extend({ argument: z.string() });

/** Answers by command id and by the POS's own key. Rows are written in the transaction of what they answer for. */
export class DedupeTable {
  private readonly find;
  private readonly insert;
  private readonly findKey;
  private readonly insertKey;
  private readonly dropOlder;
  private readonly dropOlderKeys;

  constructor(db: Db) {
    this.find = db.prepare('SELECT answer FROM dedupe WHERE command_id = ?');
    this.insert = db.prepare('INSERT INTO dedupe (command_id, answer, at) VALUES (?, ?, ?)');
    this.findKey = db.prepare('SELECT argument, answer FROM key_dedupe WHERE scope = ? AND key = ?');
    this.insertKey = db.prepare(
      'INSERT INTO key_dedupe (scope, key, argument, answer, at) VALUES (?, ?, ?, ?, ?)',
    );
    this.dropOlder = db.prepare('DELETE FROM dedupe WHERE at < ?');
    this.dropOlderKeys = db.prepare('DELETE FROM key_dedupe WHERE at < ?');
  }

  byCommand(commandId: string): StoredAnswer | null {
    const row = this.find.get(commandId);
    return row === undefined ? null : parseJson(StoredAnswer, Row.parse(row).answer);
  }

  rememberCommand(commandId: string, answer: StoredAnswer, at: number): void {
    this.insert.run(commandId, JSON.stringify(answer), at);
  }

  byKey(scope: string, key: string): { argument: string; answer: StoredAnswer } | null {
    const row = this.findKey.get(scope, key);
    if (row === undefined) return null;
    const { argument, answer } = KeyRow.parse(row);
    return { argument, answer: parseJson(StoredAnswer, answer) };
  }

  rememberKey(id: { scope: string; key: string; argument: string }, answer: StoredAnswer, at: number): void {
    this.insertKey.run(id.scope, id.key, id.argument, JSON.stringify(answer), at);
  }

  dropBefore(commandsAt: number, keysAt: number): void {
    this.dropOlder.run(commandsAt);
    this.dropOlderKeys.run(keysAt);
  }
}
