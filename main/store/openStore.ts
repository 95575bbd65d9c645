import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { lockFolder } from './folderLock.ts';
import { MIGRATIONS, migrate, refuseNewer, schemaOf } from './migrate.ts';
import { openSealing } from './personalKey.ts';
import { refuseUnfinished } from './restoreSwap.ts';
import { Store } from './Store.ts';
import { asRefusal } from './unusable.ts';

export interface StoreOptions {
  readonly dataDir: string;
  /** `service` owns the folder; a `tool` (the heard command) works beside it and never changes the file's shape under it. */
  readonly as: 'service' | 'tool';
  /** The secret of the personal table when it is not in `DATA/keys/personal` (the desktop's keychain). 32 bytes. */
  readonly personalKey?: Uint8Array;
}

/** Throws a `Refusal` when this build, key or process must not use the folder. */
export function openStore(options: StoreOptions): Store {
  try {
    return open(options);
  } catch (error) {
    throw asRefusal(error, options.dataDir);
  }
}

function open(options: StoreOptions): Store {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  let unlock = options.as === 'service' ? lockFolder(dataDir) : () => undefined;
  try {
    refuseUnfinished(dataDir);
    const db = openDatabase(join(dataDir, 'heard.db'));
    const release = unlock;
    unlock = () => {
      db.close();
      release();
    };
    refuseNewer(db);
    if (schemaOf(db) < (MIGRATIONS.at(-1)?.version ?? 0)) {
      const giveBack = options.as === 'tool' ? lockFolder(dataDir) : () => undefined;
      try {
        migrate(db, dataDir);
      } finally {
        giveBack();
      }
    }
    return new Store(db, openSealing(db, dataDir, options.personalKey), release);
  } catch (error) {
    unlock();
    throw error;
  }
}
