import { randomId } from '../sync/randomId.ts';

const KEY = 'heard.screen';

/** What this browser is called from its first visit on; its outbox and the hub's list of screens know it by this. */
export function screenName(): string {
  const known = localStorage.getItem(KEY);
  if (known !== null) return known;
  const name = `browser-${randomId().slice(0, 8)}`;
  localStorage.setItem(KEY, name);
  return name;
}
