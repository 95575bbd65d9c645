import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { handKey, keyReceiver } from '../../../main/store/handKey.ts';
import { openStandby, standbyFile } from '../../../main/store/openStandby.ts';
import { hasKey, keepHandedKey } from '../../../main/store/personalKey.ts';
import { promoteCopy, readPromotion } from '../../../main/store/promoteCopy.ts';
import type { StandbyCopy } from '../../../main/store/StandbyCopy.ts';
import type { Store } from '../../../main/store/Store.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import type { StandbyAnswer } from '../../../shared/protocol/standbyMessages.ts';
import { aPicture } from '../../support/aPicture.ts';
import { dataFolder } from '../store/folder.ts';
import { aNight, NIGHT_AT, openService } from '../store/night.ts';

type Given = Extract<StandbyAnswer, { ok: true }>;
const BUILD = 'b1';
const NOBODY = { name: null, phone: null, email: null, notes: null, courier: null, spot: null };
const ANSWER = { ok: true, outcome: 'applied', ticket: null } as const;

/** A hub with entries, each answered under its command, people and tokens. */
function hubWith(events: number): { hub: Store; dataDir: string } {
  const dataDir = dataFolder();
  const hub = openService(dataDir);
  grow(hub, events);
  hub.tokens.create({ name: 'till', scope: 'pos', roles: [], source: null }, NIGHT_AT);
  return { hub, dataDir };
}

function grow(hub: Store, until: number): void {
  const from = (hub.events.last()?.seq ?? 0) + 1;
  aNight(hub, until);
  hub.begin();
  for (let seq = from; seq <= until; seq += 1) {
    const at = NIGHT_AT + seq * 1_000;
    hub.dedupe.rememberCommand(`command-${seq}`, { ...ANSWER, seq }, at);
    hub.personal.put(PersonId.parse(`person-${seq}`), { ...NOBODY, name: `Guest ${seq}` }, at);
  }
  hub.commit();
}

function ask(hub: Store, copy: StandbyCopy, wantsPersons = false): Given {
  const page = hub.standby.read(copy.cursor(), epochText(hub.epoch), wantsPersons);
  const { siteId, epoch } = hub;
  const last = hub.events.last();
  return {
    ok: true,
    siteId,
    epoch,
    build: BUILD,
    now: last?.at ?? 0,
    seq: last?.seq ?? 0,
    addresses: ['http://old:1'],
    key: null,
    page,
  };
}

/** Page after page until all is there; how many it took. */
function catchUp(hub: Store, copy: StandbyCopy, afterPage: () => void = () => undefined): number {
  for (let pages = 1, wantsPersons = false; ; pages += 1) {
    const answer = ask(hub, copy, wantsPersons);
    wantsPersons = copy.take(answer);
    afterPage();
    if (answer.page.isLast && !wantsPersons) return pages;
  }
}

const tables = [
  'event',
  'dedupe',
  'key_dedupe',
  'history_ticket',
  'history_party',
  'personal',
  'guest_audit',
  'picture',
  'config',
  'token',
  'feed_cursor',
];

function contents(path: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    return Object.fromEntries(
      tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]),
    );
  } finally {
    db.close();
  }
}

function standbyFolder(): { dataDir: string; copy: StandbyCopy } {
  const dataDir = dataFolder();
  return { dataDir, copy: openStandby(dataDir) };
}

describe('a copy of the hub', () => {
  it('is the hub’s own tables, row for row, after some pages', () => {
    const { hub, dataDir: hubDir } = hubWith(1_300);
    const { dataDir, copy } = standbyFolder();
    expect(catchUp(hub, copy)).toBeGreaterThan(2);
    expect(contents(standbyFile(dataDir))).toEqual(contents(join(hubDir, 'heard.db')));
    grow(hub, 1_310);
    hub.cursors.resumed(hub.tokens.list()[0]?.id ?? '', 5);
    expect(catchUp(hub, copy)).toBe(1);
    expect(contents(standbyFile(dataDir))).toEqual(contents(join(hubDir, 'heard.db')));
    expect(copy.of()).toMatchObject({ isWhole: true, siteId: hub.siteId });
    copy.close();
    hub.close();
  });

  it('holds no answer whose event it has not got, whenever it is cut short', () => {
    const { hub } = hubWith(1_700);
    const { dataDir, copy } = standbyFolder();
    const beyond: number[] = [];
    catchUp(hub, copy, () => {
      const db = new Database(standbyFile(dataDir), { readonly: true });
      const sql = "SELECT max(answer ->> '$.seq') - (SELECT max(seq) FROM event) FROM dedupe";
      beyond.push(Number(db.prepare(sql).pluck().get()));
      db.close();
    });
    expect(beyond.length).toBeGreaterThan(2);
    expect(Math.max(...beyond)).toBe(0);
    copy.close();
    hub.close();
  });

  it('has the pictures behind the floor plan, each sent once', () => {
    const { hub, dataDir: hubDir } = hubWith(10);
    const { dataDir, copy } = standbyFolder();
    const inUse: ReadonlySet<string> = new Set();
    for (const n of [1, 2, 3]) hub.pictures.keep(aPicture(n).bytes, inUse, n);
    expect(catchUp(hub, copy)).toBeGreaterThan(3);
    expect(contents(standbyFile(dataDir))).toEqual(contents(join(hubDir, 'heard.db')));
    expect(ask(hub, copy).page.rows.picture).toEqual([]);
    hub.pictures.keep(aPicture(4).bytes, inUse, 4);
    catchUp(hub, copy);
    expect(contents(standbyFile(dataDir))).toEqual(contents(join(hubDir, 'heard.db')));
    copy.close();
    hub.close();
  });

  it('forgets whom the hub has erased', () => {
    const { hub, dataDir: hubDir } = hubWith(10);
    const { dataDir, copy } = standbyFolder();
    catchUp(hub, copy);
    const erasing = new Database(join(hubDir, 'heard.db'));
    erasing.prepare("DELETE FROM personal WHERE person_id = 'person-3'").run();
    erasing.close();
    catchUp(hub, copy);
    expect(contents(standbyFile(dataDir))).toEqual(contents(join(hubDir, 'heard.db')));
    copy.close();
    hub.close();
  });

  it('[S75] has whoever came after them, though their rows took the numbers of those who went; and who looked', () => {
    const { hub, dataDir: hubDir } = hubWith(10);
    const { dataDir, copy } = standbyFolder();
    catchUp(hub, copy);
    const gone = ['person-8', 'person-9', 'person-10'];
    hub.forget(gone, () =>
      hub.guestAudit.add({ at: 1, action: 'erased', by: 'host', roles: ['host'], about: gone }),
    );
    grow(hub, 12);
    catchUp(hub, copy);
    expect(contents(standbyFile(dataDir))).toEqual(contents(join(hubDir, 'heard.db')));
    copy.close();
    hub.close();
  });

  it('begins anew when the hub’s log is another, and refuses a page that leaves a gap', () => {
    const { hub } = hubWith(10);
    const { copy } = standbyFolder();
    catchUp(hub, copy);
    const other = hubWith(4);
    expect(ask(other.hub, copy).page.isFresh).toBe(true);
    catchUp(other.hub, copy);
    expect(copy.last()?.seq).toBe(4);
    grow(other.hub, 9);
    const answer = ask(other.hub, copy);
    const event = (answer.page.rows.event ?? []).slice(1);
    const gap = { ...answer, page: { ...answer.page, rows: { ...answer.page.rows, event } } };
    expect(() => copy.take(gap)).toThrow('a page that begins');
    expect(copy.last()?.seq).toBe(4);
    copy.close();
    hub.close();
    other.hub.close();
  });
});

describe('a promotion', () => {
  it('makes the copy the next epoch of the same log, in the place of a hub’s file', () => {
    const { hub } = hubWith(12);
    const { dataDir, copy } = standbyFolder();
    catchUp(hub, copy);
    copy.close();
    const receiver = keyReceiver();
    const handed = receiver.open(hub.sealing.handedTo(receiver.publicKey));
    expect(keepHandedKey(dataDir, handed)).toBe(true);
    const promoted = promoteCopy({ dataDir, build: BUILD, now: NIGHT_AT });
    expect(promoted).toMatchObject({ epoch: { n: 2 }, seq: 12, isKeyLost: false });
    expect(existsSync(standbyFile(dataDir))).toBe(false);
    expect(readPromotion(dataDir)).toMatchObject({ formerHub: ['http://old:1'] });
    const opened = openService(dataDir);
    expect(opened.siteId).toBe(hub.siteId);
    expect(opened.lineage.common[epochText(hub.epoch)]).toBe(12);
    expect(opened.personal.get(PersonId.parse('person-5'))).toMatchObject({ name: 'Guest 5' });
    expect(opened.events.after(12, 5)).toMatchObject([
      { seq: 13, id: '2-13', type: 'feed.restarted', reason: 'promotion' },
    ]);
    opened.close();
    hub.close();
  });

  it('is refused where there is no copy, of another build, or never whole', () => {
    expect(() => promoteCopy({ dataDir: dataFolder(), build: BUILD, now: 1 })).toThrow('holds no copy');
    const { hub } = hubWith(1_300);
    const { dataDir, copy } = standbyFolder();
    copy.take(ask(hub, copy));
    copy.close();
    expect(() => promoteCopy({ dataDir, build: BUILD, now: 1 })).toThrow('never been whole');
    const again = openStandby(dataDir);
    catchUp(hub, again);
    again.close();
    expect(() => promoteCopy({ dataDir, build: 'b2', now: 1 })).toThrow('another build');
    expect(existsSync(join(dataDir, 'heard.db'))).toBe(false);
    hub.close();
  });

  it('that was cut short leaves a copy that begins anew under a hub that lives after all', () => {
    const { hub } = hubWith(6);
    const { dataDir, copy } = standbyFolder();
    catchUp(hub, copy);
    copy.close();
    // The rename finds something in its way: the new epoch is begun, the file is not in its place.
    mkdirSync(join(dataDir, 'heard.db'));
    writeFileSync(join(dataDir, 'heard.db', 'x'), '');
    mkdirSync(join(dataDir, 'restore-unfinished'));
    expect(() => promoteCopy({ dataDir, build: BUILD, now: NIGHT_AT })).toThrow();
    const again = openStandby(dataDir);
    grow(hub, 8);
    catchUp(hub, again);
    expect(again.last()?.seq).toBe(8);
    again.close();
    hub.close();
  });
});

describe('the key to guests’ names', () => {
  it('opens for whom it was handed to, and for nobody else', () => {
    const [receiver, other] = [keyReceiver(), keyReceiver()];
    const secret = Buffer.alloc(32, 7);
    const handed = handKey(secret, receiver.publicKey);
    expect(receiver.open(handed).equals(secret)).toBe(true);
    expect(() => other.open(handed)).toThrow();
    expect(handed.box).not.toContain(secret.toString('base64url'));
  });

  it('never replaces another house’s', () => {
    const dataDir = dataFolder();
    expect(hasKey(dataDir)).toBe(false);
    expect(keepHandedKey(dataDir, Buffer.alloc(32, 1))).toBe(true);
    expect(keepHandedKey(dataDir, Buffer.alloc(32, 1))).toBe(true);
    expect(keepHandedKey(dataDir, Buffer.alloc(32, 2))).toBe(false);
  });
});
