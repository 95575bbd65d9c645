import type { Db } from '../database.ts';

/**
 * One numbered step of the file's shape, frozen once released: a file written by any build reaches the same shape by the same steps.
 * Steps only add; what is to go is dropped one release after the last reader of it.
 */
export interface Migration {
  readonly version: number;
  /** The oldest schema whose builds still read and write a file of this one correctly. */
  readonly oldestSchema: number;
  /** The release that has that schema, named to the person whose build is older. */
  readonly oldestRelease: string;
  readonly up: (db: Db) => void;
}
