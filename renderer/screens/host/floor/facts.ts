import { type Speech, wordFor } from '../../../app/words.ts';
import { keyOf, type TableFace } from './tableFace.ts';

export type FactName =
  | 'number'
  | 'covers'
  | 'vip'
  | 'need'
  | 'stage'
  | 'move'
  | 'away'
  | 'refire'
  | 'allergy'
  | 'guest'
  | 'server'
  | 'next'
  | 'why';

/** Which facts stand on a line together, and in which order lines and words are read. */
export const FACT_ROWS: readonly (readonly FactName[])[] = [
  ['number', 'covers', 'vip', 'need'],
  ['stage'],
  ['move', 'away', 'refire'],
  ['allergy'],
  ['guest', 'server'],
  ['next'],
  ['why'],
];

export interface Fact {
  readonly fact: FactName;
  /** Shortest first. */
  readonly forms: readonly string[];
}

/** Whose move an empty table is says itself. */
const SAYS_NO_MOVE: ReadonlySet<string> = new Set(['open', 'reserved', 'blocked']);

/** Stages that are a course's own. */
const OF_A_COURSE: ReadonlySet<string> = new Set(['cooking', 'on_the_table', 'cleared']);

export interface FaceTimes {
  /** Minutes in its stage; null: nothing has happened there yet. */
  readonly minutes: number | null;
  readonly awayMinutes: number | null;
  /** Somebody is to go there. */
  readonly isNeeded: boolean;
}

/** What is known of a table in words, each fact in all its lengths. */
export function factsOf(face: TableFace, times: FaceTimes, speech: Speech): Fact[] {
  const { t, time } = speech;
  const { stage, move, covers, seats, isVip, isRefiring, allergens, server, guest, next, blocked } = face;
  const known: (Fact | null)[] = [
    { fact: 'number', forms: [keyOf(face)] },
    { fact: 'stage', forms: stageForms(face, times, speech) },
    SAYS_NO_MOVE.has(stage) ? null : { fact: 'move', forms: [t(`host.floor.move.${move}`)] },
    coversFact(stage === 'open' ? seats : covers),
    isVip ? { fact: 'vip', forms: [t('tile.vip')] } : null,
    times.awayMinutes === null ? null : awayFact(times.awayMinutes, t),
    times.isNeeded ? { fact: 'need', forms: [''] } : null,
    isRefiring ? { fact: 'refire', forms: [t('host.floor.refire')] } : null,
    allergens.length > 0 ? { fact: 'allergy', forms: allergyForms(allergens, speech) } : null,
    guest === null ? null : { fact: 'guest', forms: [guest] },
    server === null ? null : { fact: 'server', forms: [server] },
    blocked?.reason ? { fact: 'why', forms: [blocked.reason] } : null,
    next && next.at !== null && stage !== 'reserved' ? nextFact({ ...next, at: next.at }, t, time) : null,
  ];
  return known.filter((fact) => fact !== null);
}

const coversFact = (count: number | null): Fact | null =>
  count === null ? null : { fact: 'covers', forms: [String(count)] };

const awayFact = (minutes: number, t: Speech['t']): Fact => ({
  fact: 'away',
  forms: [t('host.floor.away'), t('host.floor.awayFor', { minutes })],
});

function nextFact(
  { at, covers, name }: { at: number; covers: number; name: string | null },
  t: Speech['t'],
  time: Speech['time'],
): Fact {
  const values = { time: time(at), covers };
  const short = t('host.floor.next', values);
  return {
    fact: 'next',
    forms: [short, name === null ? short : t('host.floor.nextWho', { ...values, name })],
  };
}

/** An empty word: the allergy's shape alone. */
function allergyForms(allergens: readonly string[], speech: Speech): string[] {
  const words = allergens.map((code) => wordFor(speech, 'allergen', code));
  const [gravest = ''] = words;
  const more = words.length - 1;
  return ['', more === 0 ? gravest : `${gravest} +${more}`, words.join(', ')];
}

/** Minutes in their shortest and their usual form, with what they are of, and in full. */
function stageForms(face: TableFace, { minutes }: FaceTimes, speech: Speech): string[] {
  const { t, time } = speech;
  const { stage, course, next, blocked } = face;
  if (stage === 'reserved') {
    const at = next?.at === null || next === null ? null : time(next.at);
    const word = t('host.floor.stage.reserved');
    return at === null ? [word] : [at, at, at, `${word} ${at}`];
  }
  if (stage === 'blocked') {
    const word = t('host.floor.stage.blocked');
    const until = blocked?.until ?? null;
    return until === null ? [word] : [word, word, word, t('host.floor.blockedUntil', { time: time(until) })];
  }
  const name = course === null || !OF_A_COURSE.has(stage) ? null : courseName(face, speech);
  const short = name ?? t(`host.floor.stage.${stage}`);
  const full = name === null ? short : t(`host.floor.courseStage.${stage}`, { course: name });
  if (minutes === null) return [short, short, short, full];
  const said = t('host.floor.minutes', { minutes });
  return [t('host.floor.minutesShort', { minutes }), said, `${short} ${said}`, `${full} ${said}`];
}

function courseName({ course, courseName: name }: TableFace, { t }: Speech): string {
  return name ?? (course === 0 ? t('course.zero') : t('course.numbered', { number: course ?? 0 }));
}
