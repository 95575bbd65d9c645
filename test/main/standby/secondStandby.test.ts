import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openStandby, standbyFile } from '../../../main/store/openStandby.ts';
import { promoteCopy } from '../../../main/store/promoteCopy.ts';
import type { StandbyCopy } from '../../../main/store/StandbyCopy.ts';
import type { Store } from '../../../main/store/Store.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { dataFolder } from '../store/folder.ts';
import { aNight, NIGHT_AT, openService } from '../store/night.ts';

const BUILD = 'b1';

/** Page after page from this hub, until all is there. */
function follow(hub: Store, copy: StandbyCopy): void {
  for (let isLast = false; !isLast; ) {
    const page = hub.standby.read(copy.cursor(), epochText(hub.epoch), false);
    const last = hub.events.last();
    copy.take({
      ok: true,
      siteId: hub.siteId,
      epoch: hub.epoch,
      build: BUILD,
      now: last?.at ?? NIGHT_AT,
      seq: last?.seq ?? 0,
      addresses: ['http://hub:1'],
      key: null,
      page,
    });
    isLast = page.isLast;
  }
}

function eventsOf(path: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT seq, id, type FROM event ORDER BY seq').all();
  } finally {
    db.close();
  }
}

/** `heard`: up to where each of two standbys has copied before the hub is lost. */
function lostAfter(heard: { readonly first: number; readonly second: number }) {
  const hub = openService(dataFolder());
  const folders = { first: dataFolder(), second: dataFolder() };
  const copies = { first: openStandby(folders.first), second: openStandby(folders.second) };
  for (const upTo of [...new Set(Object.values(heard))].sort((one, other) => one - other)) {
    aNight(hub, upTo);
    if (heard.first >= upTo) follow(hub, copies.first);
    if (heard.second >= upTo) follow(hub, copies.second);
  }
  hub.close();
  copies.first.close();
  promoteCopy({ dataDir: folders.first, build: BUILD, now: NIGHT_AT });
  return { newHub: openService(folders.first), second: copies.second, folder: folders.second };
}

it.each([
  ['as much as', 12, 12],
  ['less than', 12, 7],
  // Its last entries are in no log that goes on: they are the old hub's tail.
  ['more than', 7, 12],
])(
  'a second standby that held %s the one that was promoted follows it, and could take over from it',
  (_name, firstHeard, secondHeard) => {
    const { newHub, second, folder } = lostAfter({ first: firstHeard, second: secondHeard });
    follow(newHub, second);
    aNight(newHub, firstHeard + 5);
    follow(newHub, second);
    expect(second.of()).toMatchObject({ isWhole: true, epoch: newHub.epoch, siteId: newHub.siteId });
    const log = newHub.events.after(0, 100).map(({ seq, id, type }) => ({ seq, id, type }));
    expect(log.length).toBeGreaterThan(firstHeard);
    expect(eventsOf(standbyFile(folder))).toEqual(log);
    second.close();
    newHub.close();
    expect(promoteCopy({ dataDir: folder, build: BUILD, now: NIGHT_AT })).toMatchObject({ epoch: { n: 3 } });
  },
);
