import type { HouseConfig } from '../../config/houseConfig.ts';
import { nextRollAfter } from '../../lib/serviceDay.ts';
import { dueAtOf } from '../model/dueAt.ts';
import { givenUpAt, waitsOnShelf } from '../model/packing.ts';
import type { State } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import type { CommandOf, HouseCommand } from './command.ts';
import { dueChits, type House, quietHouse } from './dueChits.ts';
import { notCollected } from './handoff.ts';
import { dueParties } from './party/dueParties.ts';
import { countedQuantity } from './portions.ts';
import { reminderOf } from './takeKeyed.ts';

const MINUTE_MS = 60_000;

/** Work whose time has come: fires the sender set a time for, releases, closings, the day roll. Pure; a scheduler only submits it. */
export function due(
  state: State,
  config: HouseConfig,
  now: number,
  house: House = quietHouse,
): HouseCommand[] {
  const commands: HouseCommand[] = [];
  const windowMs = config.thresholds.recallWindowMinutes * MINUTE_MS;
  for (const ticket of state.tickets.values()) {
    const forgotten = forgottenOf(ticket, config, now);
    if (forgotten !== null && state.alerts[forgotten.alert.code] === undefined) commands.push(forgotten);
    if (ticket.endedAt !== null) {
      if (ticket.endedAt + windowMs <= now && !isStillAwaited(ticket))
        commands.push({ type: 'ticket.close', ticket: ticket.id });
      continue;
    }
    if (ticket.isLeftFromYesterday) continue;
    const reminder = reminderDue(ticket, now);
    if (reminder !== null && state.alerts[reminder.alert.code] === undefined) commands.push(reminder);
    if (ticket.head.table !== null && state.holds[ticket.head.table]) continue;
    for (const course of ticket.courses) {
      const dueAt = dueAtOf(ticket, course, config);
      if (dueAt === null || dueAt > now) continue;
      const isAsked = state.alerts[`fire_overdue:${ticket.id}:${course.number}`] !== undefined;
      if (isAsked) continue;
      commands.push({ type: 'course.fireDue', ticket: ticket.id, course: course.number, dueAt });
    }
  }
  for (const { table, until } of Object.values(state.holds)) {
    if (until !== null && until <= now) commands.push({ type: 'table.resumeDue', table, until });
  }
  if (state.parties.size > 0 || Object.keys(state.door.tables).length > 0)
    commands.push(...dueParties(state, config, now));
  commands.push(...dueChits(state, config, now, house));
  if (isRollDue(state, config, now)) commands.push({ type: 'day.roll' });
  return commands;
}

/**
 * Food keyed by hand that no POS has put yet: eaten long since, it must still be known when that comes. So too a packed order that nobody has
 * fetched. The day's roll ends both.
 */
function isStillAwaited(ticket: Ticket): boolean {
  if (waitsOnShelf(ticket)) return true;
  return ticket.keyed !== null && ticket.items.some((item) => countedQuantity(item) > 0);
}

/** Rule H4. It lasts until somebody hands it over or says NOT COLLECTED. */
function forgottenOf(ticket: Ticket, config: HouseConfig, now: number): CommandOf<'alert.raise'> | null {
  const at = givenUpAt(ticket, config.thresholds.notCollectedMinutes * MINUTE_MS);
  if (at === null || at > now || ticket.isLeftFromYesterday) return null;
  const where = titleOf(ticket.head);
  const message = `${where} is packed and nobody has come for it. Call the guest, or say NOT COLLECTED.`;
  return { type: 'alert.raise', alert: { code: notCollected(ticket.id), message, values: { where } } };
}

/** SAME FOOD / NEW FOOD keeps food from being cooked, so it is asked again. */
const REMIND_AFTER_MS = 3 * MINUTE_MS;

function reminderDue(ticket: Ticket, now: number): CommandOf<'alert.raise'> | null {
  const open = ticket.questions.filter(({ match }) => match && !match.isSettled);
  const since = Math.min(...open.map(({ at }) => at));
  if (open.length === 0 || now - since < REMIND_AFTER_MS) return null;
  const where = titleOf(ticket.head);
  const message = `${where}: is it the food that was keyed by hand, or new food? It is not cooked before somebody says so.`;
  return { type: 'alert.raise', alert: { code: reminderOf(ticket.id), message, values: { where } } };
}

const rollCache = { from: -1, key: '', at: 0 };

/** The next roll is looked up once a day, not once a second: asking the time zone data is the dear part. */
function isRollDue(state: State, config: HouseConfig, now: number): boolean {
  const { timeZone, dayRollHour } = config.venue;
  const key = `${state.day} ${timeZone} ${dayRollHour}`;
  if (rollCache.key !== key || now < rollCache.from) {
    rollCache.key = key;
    rollCache.from = now;
    rollCache.at = rollAfterDay(state, now, timeZone, dayRollHour);
  }
  return now >= rollCache.at;
}

function rollAfterDay(state: State, now: number, timeZone: string, hour: number): number {
  const noonOfDay = Date.parse(`${state.day}T12:00:00Z`);
  return Number.isNaN(noonOfDay)
    ? nextRollAfter(now, timeZone, hour)
    : nextRollAfter(noonOfDay, timeZone, hour);
}
