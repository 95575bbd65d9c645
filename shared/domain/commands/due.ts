import type { HouseConfig } from '../../config/houseConfig.ts';
import { nextRollAfter } from '../../lib/serviceDay.ts';
import { dueAtOf } from '../model/dueAt.ts';
import type { State } from '../model/state.ts';
import type { HouseCommand } from './command.ts';
import { dueChits, type House, quietHouse } from './dueChits.ts';

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
    if (ticket.endedAt !== null) {
      if (ticket.endedAt + windowMs <= now) commands.push({ type: 'ticket.close', ticket: ticket.id });
      continue;
    }
    if (ticket.isLeftFromYesterday) continue;
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
  commands.push(...dueChits(state, config, now, house));
  if (isRollDue(state, config, now)) commands.push({ type: 'day.roll' });
  return commands;
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
