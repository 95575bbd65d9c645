import type { OutsideAllergy } from '../protocol/outside/allergy.ts';
import { instantText } from '../protocol/outside/instant.ts';
import { LIMITS } from '../protocol/outside/limits.ts';
import { type BookingField, type BookingMapping, consentMeant } from './bookingFields.ts';
import { plainWords } from './plainWords.ts';
import { RowCells } from './RowCells.ts';
import { allergiesInNote, readAllergies } from './readAllergies.ts';
import { readArrival } from './readArrival.ts';
import { readState, readYesNo } from './readState.ts';
import type { RowProblem } from './rowProblem.ts';

export interface RowContext {
  readonly mapping: BookingMapping;
  readonly timeZone: string;
  /** Keyed digest of a text: an id made of it gives no name away. */
  readonly digest: (text: string) => string;
}

/** What `party.put` is sent, as a program would send it. */
export type PartyArgument = Readonly<Record<string, unknown>> & { readonly id: string; readonly at: string };

export type RowReading =
  | { readonly ok: true; readonly party: PartyArgument; readonly at: number }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

const MOST_COVERS = 1_000;

/** One row as a booking, or everything that is wrong with it. `row` counts from 1 as a spreadsheet does. */
export function readRow(cells: readonly string[], row: number, context: RowContext): RowReading {
  const { mapping, timeZone, digest } = context;
  const at = new RowCells(cells, row, mapping.columns);
  if (
    cells.length > mapping.columns.length &&
    cells.slice(mapping.columns.length).some((cell) => cell.trim())
  )
    return { ok: false, problems: [at.problem(null, 'cells', String(cells.length))] };
  const name = nameOf(at);
  if (name === '') at.wrong('name', 'name_missing');
  const covers = coversOf(at);
  const arrival = readArrival(at, mapping, timeZone);
  const minutes = minutesOf(at);
  const vip = vipOf(at);
  const email = at.text('email');
  if (email !== '' && !/^\S+@\S+$/u.test(email)) at.wrong('email', 'email_unread');
  for (const field of NOTES) tooLong(at, field, LIMITS.noteCharacters);
  for (const field of WORDS) tooLong(at, field, LIMITS.wordsCharacters);
  if (at.problems.length > 0 || covers === null || arrival === null)
    return { ok: false, problems: at.problems };
  const phone = at.text('phone');
  const said = at.text('id');
  const notes = at.all('notes').join('\n');
  const guestNotes = at.all('guestNotes').join('\n');
  const tags = at.all('tags').flatMap((cell) => listed(cell));
  const allergies = allergiesOf(at, [notes, guestNotes, ...tags]);
  const party = {
    source: mapping.source,
    id: said === '' ? madeId(digest, name, arrival, phone) : said,
    state: readState(at.text('state')),
    name,
    covers,
    at: instantText(arrival),
    ...given('phone', phone),
    ...given('email', email),
    ...consentOf(at, mapping),
    ...given('notes', notes),
    ...given('guestNotes', guestNotes),
    ...given('occasion', at.text('occasion')),
    ...given('server', at.text('server')),
    ...(minutes === null ? {} : { durationMinutes: minutes }),
    ...(vip || tags.some((tag) => plainWords(tag) === 'vip') ? { vip: true } : {}),
    ...many(
      'tables',
      at.all('tables').flatMap((cell) => listed(cell)),
    ),
    ...many('tags', tags),
    ...many('allergies', allergies),
  };
  return { ok: true, party, at: arrival };
}

const NOTES: readonly BookingField[] = ['notes', 'guestNotes', 'allergies'];
const WORDS: readonly BookingField[] = ['name', 'phone', 'email', 'tables', 'occasion', 'server', 'tags'];

function tooLong(at: RowCells, field: BookingField, most: number): void {
  if ([...at.all(field).join('\n')].length > most) at.wrong(field, 'too_long');
}

function nameOf(at: RowCells): string {
  const whole = at.text('name');
  const parts = [at.text('firstName'), at.text('lastName')].filter((part) => part !== '');
  return whole === '' || parts.length === 2 ? parts.join(' ') || whole : [whole, ...parts].join(' ');
}

/** "4", "4 pax", "4.0", "2+2": adults and children counted apart make one party. */
function coversOf(at: RowCells): number | null {
  const text = at.text('covers');
  if (text === '') return at.wrong('covers', 'covers_missing');
  const found = /^(\d{1,4})(?:[.,]0+)?(?:\s*\+\s*(\d{1,3}))?(?:\s*\p{L}+\.?)?$/u.exec(text);
  const covers = found ? Number(found[1]) + Number(found[2] ?? 0) : 0;
  return covers > 0 && covers <= MOST_COVERS ? covers : at.wrong('covers', 'covers_unread');
}

/** "90", "90 min", "1:30", "1h30", "2 h": minutes, or hours where they say so. */
function minutesOf(at: RowCells): number | null {
  const text = at.text('minutes');
  if (text === '') return null;
  const plain = /^(\d{1,4})(?:[.,]0+)?\s*(?:m|min|mins|minutes|minutos)?\.?$/iu.exec(text);
  if (plain) return Number(plain[1]);
  const hours = /^(\d{1,2})\s*(?:h|hrs?|hours?|horas?|heures?|:)\s*(\d{1,2})?\s*(?:m|min)?(?::00)?$/iu.exec(
    text,
  );
  if (hours) return Number(hours[1]) * 60 + Number(hours[2] ?? 0);
  return at.wrong('minutes', 'minutes_unread');
}

function vipOf(at: RowCells): boolean {
  const isVip = readYesNo(at.text('vip'));
  if (isVip === null) at.wrong('vip', 'yes_no_unread');
  return isVip ?? false;
}

/** Only what a person has said that a word means; an empty cell is of somebody nobody has asked. */
function consentOf(at: RowCells, mapping: BookingMapping): { consent?: boolean } {
  const cell = at.text('consent');
  const consent = cell === '' ? null : consentMeant(cell, mapping);
  return consent === null ? {} : { consent };
}

/** The column that is for them, and what notes and tags call by name. */
function allergiesOf(at: RowCells, notes: readonly string[]): OutsideAllergy[] {
  return [...at.all('allergies').flatMap(readAllergies), ...notes.flatMap(allergiesInNote)].slice(
    0,
    LIMITS.items,
  );
}

function listed(cell: string): string[] {
  return cell
    .split(/[,;|+\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The same booking in the next export is the same party: what rarely changes of it makes its id. */
function madeId(digest: RowContext['digest'], name: string, at: number, phone: string): string {
  const content = [plainWords(name), String(at), phone.replace(/\D/gu, '')].join('|');
  return `row-${digest(content)}`;
}

function given(field: string, text: string): Record<string, string> {
  return text === '' ? {} : { [field]: text };
}

function many<T>(field: string, list: readonly T[]): Record<string, readonly T[]> {
  return list.length === 0 ? {} : { [field]: list };
}
