import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { HistoryParties } from '../../../../main/store/historyParties.ts';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { daysOfParties } from '../../../../main/store/migrations/0006-days-of-parties.ts';

it('migration 6 finds the parties of a day without reading those of all others', () => {
  const db = new Database(':memory:');
  for (const { up, version } of MIGRATIONS) if (version < daysOfParties.version) up(db);
  daysOfParties.up(db);
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${HistoryParties.OF_DAY}`).all('2026-03-07');
  expect(plan).toMatchObject([{ detail: expect.stringContaining('USING INDEX history_party_by_day') }]);
  db.close();
});
