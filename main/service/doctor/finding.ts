/** `look`: it works, somebody should see to it in peace. `bad`: the kitchen is, or will be, without its hub or its past. */
export type FindingLevel = 'ok' | 'look' | 'bad';

export interface Finding {
  readonly level: FindingLevel;
  /** What was looked at, for programs. */
  readonly about:
    | 'service'
    | 'file'
    | 'log'
    | 'snapshot'
    | 'key'
    | 'permissions'
    | 'disk'
    | 'clock'
    | 'config'
    | 'backup'
    | 'faults'
    | 'restore'
    | 'fence'
    | 'station'
    | 'presses';
  /** One sentence for a manager. */
  readonly says: string;
  /** What to do; null: nothing. */
  readonly advice: string | null;
}

type About = Finding['about'];

export const fine = (about: About, says: string): Finding => ({ level: 'ok', about, says, advice: null });
export const look = (about: About, says: string, advice: string): Finding => ({
  level: 'look',
  about,
  says,
  advice,
});
export const bad = (about: About, says: string, advice: string): Finding => ({
  level: 'bad',
  about,
  says,
  advice,
});

const ORDER = ['ok', 'look', 'bad'] as const;

export function worstOf(findings: readonly Finding[]): FindingLevel {
  return ORDER[Math.max(0, ...findings.map(({ level }) => ORDER.indexOf(level)))] ?? 'ok';
}

/** What is left to do where data cannot be mended. */
export const RESTORE =
  'Stop Heard and bring the newest good backup back: npm run heard -- restore FILE. What is here is kept aside.';
