import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { guestAudit } from '../../../../main/store/migrations/0004-guest-audit.ts';

it('migration 4 adds an audit that is apart from the guests it is about', () => {
  const db = new Database(':memory:');
  for (const { up, version } of MIGRATIONS) if (version < guestAudit.version) up(db);
  db.prepare("INSERT INTO personal (person_id, sealed, updated_at) VALUES ('guest-1', x'00', 5)").run();
  guestAudit.up(db);
  const add = db.prepare(
    "INSERT INTO guest_audit (at, action, made_by, roles, about) VALUES (5, 'erased', 'door', '[]', '[\"guest-1\"]')",
  );
  add.run();
  add.run();
  db.exec('DELETE FROM personal');
  expect(db.prepare('SELECT n FROM guest_audit').pluck().all()).toEqual([1, 2]);
  db.close();
});
