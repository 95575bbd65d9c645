import { existsSync, readFileSync } from 'node:fs';
import { NightAccount } from '../../../shared/demo/account.ts';
import { auditNight, type NightAudit } from '../../../shared/demo/audit/auditNight.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { openStore } from '../../store/openStore.ts';
import type { DemoFolder } from './demoFolder.ts';

const SHOWN_DIFFERENCES = 20;

type Played = Pick<DemoFolder, 'dataDir' | 'account' | 'bookings'>;

/** The accounts of till and book against the history in the folder, once the service has let go of it. */
export function auditFolder({ dataDir, account, bookings }: Played): NightAudit {
  const till = readAccount(account);
  const book = existsSync(bookings) ? readAccount(bookings) : null;
  const store = openStore({ dataDir, as: 'tool' });
  try {
    return auditNight(till, [...store.events.replay(0)], epochText(store.epoch), book);
  } finally {
    store.close();
  }
}

function readAccount(file: string): NightAccount {
  const said: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return NightAccount.parse(said);
}

/** One line of JSON about the night, for whoever started it headless. */
export function reportLine(audit: NightAudit, about: { readonly [field: string]: unknown }): string {
  const { differences, counts } = audit;
  const shown = differences.slice(0, SHOWN_DIFFERENCES);
  return JSON.stringify({
    event: 'night',
    ...about,
    agrees: differences.length === 0,
    counts,
    differences: shown,
  });
}
