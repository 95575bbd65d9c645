import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StationId } from '../../../shared/lib/ids.ts';
import { replaceFile } from '../../store/durableFile.ts';
import { parseJson } from '../../store/json.ts';
import { readPromotion } from '../../store/promoteCopy.ts';
import type { JoinWish } from '../station/joinWish.ts';

/**
 * `DATA/joined.json`: this device was a hub, and a person has made it a station of the one that took over. It goes before the flags of the
 * start, which nobody changes in the middle of a night.
 */
const Joined = z.object({ hubUrl: z.string(), station: StationId, token: z.string() });
const FILE = 'joined.json';

export function noteJoined(dataDir: string, { hubUrl, station, token }: JoinWish): void {
  replaceFile(join(dataDir, FILE), `${JSON.stringify({ hubUrl, station, token })}\n`);
}

function readJoined(dataDir: string): JoinWish | null {
  const path = join(dataDir, FILE);
  return existsSync(path) ? parseJson(Joined, readFileSync(path, 'utf8')) : null;
}

/** What a device is at its start: what it was started as, unless a person has made it something else since. */
export type StartRole =
  | { readonly as: 'station'; readonly wish: JoinWish }
  | {
      readonly as: 'hub';
      /** What made this device the hub, and the token by which its own pages are let in; null: it always was. */
      readonly promoted: { readonly formerHub: readonly string[]; readonly token: string | null } | null;
    };

export function startRole(dataDir: string, wish: JoinWish | null): StartRole {
  const promotion = readPromotion(dataDir);
  if (promotion !== null) {
    const formerHub = [...promotion.formerHub, ...(wish === null ? [] : [wish.hubUrl])];
    return { as: 'hub', promoted: { formerHub, token: wish?.token ?? null } };
  }
  const joined = wish ?? readJoined(dataDir);
  return joined === null ? { as: 'hub', promoted: null } : { as: 'station', wish: joined };
}
