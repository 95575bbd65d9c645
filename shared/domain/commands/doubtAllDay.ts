import type { CommandOf } from './command.ts';
import type { Draft } from './draft.ts';

/**
 * A number that a grill cooks by is wrong somewhere: it is told everywhere until a person has read it, and stands in the log for who looks for the
 * cause. Another number of the same station while that alert stands is the same trouble.
 */
export function doubtAllDay(draft: Draft, { at, dishes }: CommandOf<'allDay.doubt'>): void {
  const code = `all_day_wrong:${at}`;
  if (draft.state.alerts[code]) return;
  const where = draft.ctx.config.stations.find(({ id }) => id === at)?.name ?? at;
  const list = dishes.map(({ name, said, shown }) => `${name} ${said} / ${shown}`).join(', ');
  const message = `All-day at ${where} does not agree with its tickets (all-day / tickets): ${list}.`;
  draft.emit({ type: 'alert', alert: { code, message, values: { where, list }, at: draft.now } });
}
