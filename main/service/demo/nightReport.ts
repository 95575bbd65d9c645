import { readFileSync } from 'node:fs';
import { NightAccount } from '../../../shared/demo/account.ts';
import { auditNight, type NightAudit } from '../../../shared/demo/audit/auditNight.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { openStore } from '../../store/openStore.ts';
import type { DemoFolder } from './demoFolder.ts';

const SHOWN_DIFFERENCES = 20;

/** The till's account against the history in the folder, once the service has let go of it. */
export function auditFolder({ dataDir, account: file }: Pick<DemoFolder, 'dataDir' | 'account'>): NightAudit {
  const said: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const account = NightAccount.parse(said);
  const store = openStore({ dataDir, as: 'tool' });
  try {
    return auditNight(account, [...store.events.replay(0)], epochText(store.epoch));
  } finally {
    store.close();
  }
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
