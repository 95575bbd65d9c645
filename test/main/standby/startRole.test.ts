import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PLAIN_TOKENS } from '../../../main/service/plain/plainCss.ts';
import { startedAs, startRole } from '../../../main/service/standby/startRole.ts';
import type { JoinWish } from '../../../main/service/station/joinWish.ts';
import { formerHubs, setHubAside } from '../../../main/store/formerHub.ts';
import { writeJoined } from '../../../main/store/joinedFile.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { dataFolder } from '../store/folder.ts';
import { NIGHT_AT, openService } from '../store/night.ts';

const wish = (hubUrl: string): JoinWish => ({ hubUrl, station: StationId.parse('grill'), token: 't' });
const NEW = wish('http://new:1');
const ASIDE = 'then';

/** A folder whose hub was replaced, and which a person has made a station; `isAside`: the change went to its end. */
function joinedFolder(isAside: boolean, flags: JoinWish | null = null): string {
  const dataDir = dataFolder();
  openService(dataDir).close();
  const fence = { epoch: { n: 2, id: 'b' }, addresses: [NEW.hubUrl], at: NIGHT_AT, common: 0 };
  writeFileSync(join(dataDir, 'fenced.json'), JSON.stringify(fence));
  writeJoined(dataDir, { ...NEW, at: NIGHT_AT, aside: ASIDE, startedAs: startedAs(flags) });
  if (isAside) setHubAside(dataDir, ASIDE);
  return dataDir;
}

it.each([true, false])(
  'a hub that was made a station is one at every start (cut short before the end: %s)',
  (isAside) => {
    const dataDir = joinedFolder(isAside);
    expect(startRole(dataDir, null)).toEqual({ as: 'station', wish: NEW });
    expect(existsSync(join(dataDir, 'heard.db'))).toBe(false);
    expect(formerHubs(dataDir)).toMatchObject([{ fence: { at: NIGHT_AT } }]);
  },
);

it('flags of the time before do not undo it; flags that were changed since are meant', () => {
  const before = wish('http://old:1');
  const dataDir = joinedFolder(true, before);
  expect(startRole(dataDir, before)).toMatchObject({ wish: NEW });
  const meant = wish('http://third:1');
  expect(startRole(dataDir, meant)).toEqual({ as: 'station', wish: meant });
});

it('a hub’s file that is there again, from a backup, is a hub’s', () => {
  const dataDir = joinedFolder(true);
  openService(dataDir).close();
  expect(startRole(dataDir, null)).toEqual({ as: 'hub', promoted: null });
  expect(existsSync(join(dataDir, 'heard.db'))).toBe(true);
});

it('plain pages have the colours of the kitchen', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../renderer/theme/themes.css'), 'utf8');
  for (const [name, value] of Object.entries(PLAIN_TOKENS)) expect(css).toContain(`--${name}: ${value};`);
});
