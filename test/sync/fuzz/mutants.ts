import Database from 'better-sqlite3';
import type { HubPort } from '../../../main/hub/port.ts';
import type { StationStore } from '../../../main/store/StationStore.ts';
import type { Store } from '../../../main/store/Store.ts';
import type { OutboxEntry } from '../../../shared/sync/client/outboxStore.ts';

/**
 * Faults planted around the product's parts, to see that the fuzz would find them. Each undoes one rule that the promises rest on:
 * the hub forgets what it has decided; the epochs of a hub look the same to screens; the hub acknowledges before it commits; the
 * station says kept before the press is stored; the feed begins one too late after a resume.
 */
export const MUTANTS = [
  'no dedupe',
  'no epoch check',
  'an ack before the commit',
  'a press kept after it was said to be',
  'a feed with a gap',
] as const;
export type Mutant = (typeof MUTANTS)[number] | null;

export function plantInHub(mutant: Mutant, store: Store): void {
  const db: unknown = Reflect.get(store, 'db');
  if (!(db instanceof Database)) throw new Error('the store has no database');
  if (mutant === 'no dedupe') {
    const put = db.prepare('INSERT OR REPLACE INTO dedupe (command_id, answer, at) VALUES (?, ?, ?)');
    store.dedupe.byCommand = () => null;
    store.dedupe.rememberCommand = (id, answer, at) => void put.run(id, JSON.stringify(answer), at);
  }
  if (mutant === 'an ack before the commit') {
    const [begin, commit] = [store.begin.bind(store), store.commit.bind(store)];
    let commits = 0;
    store.begin = () => {
      if (!db.inTransaction) begin();
    };
    store.commit = () => {
      commits += 1;
      if (commits % 3 === 0) commit();
    };
  }
}

/** To screens every log is the first one, whatever was put back since. */
export function plantInScreens(mutant: Mutant, hub: HubPort): HubPort {
  if (mutant !== 'no epoch check') return hub;
  return new Proxy(hub, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'epoch') return { n: 1, id: 'first' };
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

export function plantInStation(mutant: Mutant, { outbox }: StationStore): void {
  if (mutant !== 'a press kept after it was said to be') return;
  const put = outbox.put.bind(outbox);
  let later: OutboxEntry | null = null;
  outbox.put = (entry) => {
    if (later) put(later);
    later = entry;
  };
}
