import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBackup } from '../../../main/store/backupFile.ts';
import { openStore } from '../../../main/store/openStore.ts';
import { MOST_PICTURES } from '../../../main/store/pictureTable.ts';
import { restoreFile } from '../../../main/store/restoreFile.ts';
import { aPicture } from '../../support/aPicture.ts';

const NOBODY: ReadonlySet<string> = new Set();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the oldest go first, and never one that a room shows', () => {
  const store = openStore({ dataDir: folder, as: 'service' });
  const { id: shown } = aPicture(0);
  for (let n = 0; n <= MOST_PICTURES + 4; n += 1)
    expect(store.pictures.keep(aPicture(n).bytes, new Set([shown]), n)).toBe(aPicture(n).id);
  const there = Array.from(
    { length: MOST_PICTURES + 5 },
    (_, n) => store.pictures.read(aPicture(n).id) !== null,
  );
  // One more than the most: the shown one is kept beside them.
  expect(there.filter(Boolean)).toHaveLength(MOST_PICTURES + 1);
  expect(there.slice(0, 6)).toEqual([true, false, false, false, false, true]);
  store.close();
});

test('a backup holds the pictures, and a restore brings them back where there were none', async () => {
  const own = join(folder, 'own');
  const store = openStore({ dataDir: own, as: 'service' });
  const { id, bytes } = aPicture(7);
  store.pictures.keep(bytes, NOBODY, 1);
  await writeBackup(join(own, 'heard.db'), join(folder, 'backup.db'));
  store.close();

  const other = join(folder, 'other');
  await restoreFile({ dataDir: other, from: join(folder, 'backup.db'), isOtherSiteMeant: false, now: 5 });
  const restored = openStore({ dataDir: other, as: 'service' });
  expect(restored.pictures.read(id)).toEqual({ bytes, type: 'image/png' });
  restored.close();
});
