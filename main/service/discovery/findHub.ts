import type { Logger } from 'pino';
import { Complaint } from '../complaint.ts';
import { browse, type Found } from './mdns.ts';

/** After the first answer, for a second restaurant on the same network to be heard as well. */
const OTHERS_MS = 1_500;

/**
 * The hub for a station that was started with `--join auto`: of its own site, where it has one; else the only one there is. Waits until there
 * is one.
 */
export async function findHub(siteId: string | null, log: Logger): Promise<string> {
  const found = new Map<string, Found>();
  let heard: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    heard = resolve;
  });
  log.info({ siteId }, 'looking for the hub on this network');
  const stop = browse((one) => {
    const isOurs = siteId === null || one.siteId === siteId;
    if (one.role !== 'hub' || !isOurs || one.addresses.length === 0) return;
    found.set(`${one.siteId} ${one.addresses[0]}`, one);
    heard();
  }, log);
  try {
    await first;
    await new Promise((resolve) => setTimeout(resolve, OTHERS_MS));
    return chosen([...found.values()]);
  } finally {
    stop();
  }
}

/** Exported for its rule: of one site the newest hub; of several sites none, because a guess would show another house's food. */
export function chosen(found: readonly Found[]): string {
  const sites = new Set(found.map(({ siteId }) => siteId));
  const newest = [...found].sort((one, other) => other.epoch.n - one.epoch.n)[0];
  const address = newest?.addresses[0];
  if (sites.size === 1 && address !== undefined) return address;
  const all = found.flatMap(({ addresses }) => addresses[0] ?? []).join(', ');
  throw new Complaint(
    `There are hubs of ${sites.size} restaurants on this network (${all}): name one with --join.`,
  );
}
