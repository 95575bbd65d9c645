import type { SetupChange, SetupProblem } from '../../../shared/protocol/setup.ts';
import type { Speech } from '../../app/words.ts';

/** A change in the page's language. */
export function sayChange({ t }: Speech, { key, values, words = {} }: SetupChange): string {
  const translated = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, t(word)]));
  return t(`setup.change.${key}`, { ...values, ...translated });
}

/** What does not hold, in the page's language; a code of a newer hub is said as it is. */
export function sayProblem({ t, has }: Speech, { code, values, path }: SetupProblem): string {
  const key = `setup.problem.${code}`;
  return has(key) ? t(key, values) : `${code}: ${path}`;
}

/** The first few, and how many more. */
export function sayChanges(speech: Speech, changes: readonly SetupChange[], most: number): string {
  const said = changes.slice(0, most).map((change) => sayChange(speech, change));
  const more = changes.length - said.length;
  return [said.join(' · '), more > 0 ? speech.t('setup.bar.more', { count: more }) : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Day and time at the house. */
export function sayWhen({ locale }: Speech, at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(at);
}
