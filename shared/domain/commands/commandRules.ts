import type { Role } from '../events/actor.ts';
import type { ScreenCommand } from './command.ts';

/**
 * Who may send a command from a screen, what an outbox may do with it while the hub is away, and how old it may be when it arrives.
 * `queue`: waits and is judged on arrival. `refuse`: refused at once with a banner, because late it would cook a table twice.
 */
export interface CommandRule {
  readonly roles: readonly Role[];
  /** Also for kitchen screens while the house has no pass (`pass: none`): what expo would answer, any station may. */
  readonly kitchenWithoutPass?: true;
  readonly offline: 'queue' | 'refuse';
  readonly maxAgeMs: number;
}

/** A cook's press still means the same food hours later, because it names portions and the version it saw. */
const A_NIGHT_MS = 12 * 3_600_000;
/** A fire is an order to start cooking now: Wi-Fi that hiccups is forgiven, a table's change of mind is not. */
const A_MOMENT_MS = 30_000;

/** Somebody who was seated away from the hub is told within this whether the table was theirs. */
const A_QUARTER_MS = 15 * 60_000;

const cook: CommandRule = { roles: ['kitchen', 'expo', 'manager'], offline: 'queue', maxAgeMs: A_NIGHT_MS };
const pass: CommandRule = { roles: ['expo', 'manager'], offline: 'refuse', maxAgeMs: A_MOMENT_MS };
const answer: CommandRule = {
  roles: ['expo', 'manager'],
  kitchenWithoutPass: true,
  offline: 'refuse',
  maxAgeMs: A_MOMENT_MS,
};

/** What has happened at the door is true when it arrives: it waits for the hub, and is judged against what others did meanwhile. */
const door: CommandRule = { roles: ['host', 'manager'], offline: 'queue', maxAgeMs: A_NIGHT_MS };
/** Guests who sit, sit; but a table promised an hour ago is not seated blindly. */
const seat: CommandRule = { ...door, maxAgeMs: A_QUARTER_MS };
/** Needs everybody's tables and servers as they stand now. */
const floor: CommandRule = { roles: ['host', 'manager'], offline: 'refuse', maxAgeMs: A_MOMENT_MS };

export const COMMAND_RULES: Record<ScreenCommand['type'], CommandRule> = {
  'item.start': cook,
  'item.bump': cook,
  'ticket.bump': cook,
  'item.recall': cook,
  'ticket.hear': cook,
  'changes.see': cook,
  'allergy.hear': cook,
  'allergy.callBack': answer,
  'alert.see': { ...cook, roles: ['kitchen', 'expo', 'host', 'manager'] },
  'allDay.doubt': cook,
  'menuItem.eightySix': { ...answer, roles: ['kitchen', 'expo', 'manager'] },
  'menuItem.restore': { ...answer, roles: ['kitchen', 'expo', 'manager'] },
  'menuItem.count': { ...answer, roles: ['kitchen', 'expo', 'manager'] },
  'ticket.rush': answer,
  'table.hold': { ...answer, roles: ['expo', 'host', 'manager'] },
  'table.resume': { ...answer, roles: ['expo', 'host', 'manager'] },
  'ticket.handoff': { ...answer, roles: ['expo', 'host', 'manager'] },
  'ticket.pack': {
    roles: ['expo', 'host', 'manager'],
    kitchenWithoutPass: true,
    offline: 'queue',
    maxAgeMs: A_NIGHT_MS,
  },
  'part.move': answer,
  'station.note': answer,
  'station.ask': answer,
  // "5 min" that arrives 20 min late is wrong, and expo would plan by it.
  'station.answer': { ...answer, roles: ['kitchen', 'expo', 'manager'] },
  'hands.call': pass,
  'chit.ask': { ...answer, roles: ['kitchen', 'expo', 'manager'] },
  'chit.answer': answer,
  'chit.summary': answer,
  'chit.report': { roles: ['kitchen', 'expo', 'manager'], offline: 'queue', maxAgeMs: A_NIGHT_MS },
  'receipt.report': {
    roles: ['kitchen', 'expo', 'host', 'manager'],
    offline: 'refuse',
    maxAgeMs: A_MOMENT_MS,
  },
  'course.run': { ...pass, offline: 'queue', maxAgeMs: A_NIGHT_MS },
  'run.undo': { ...pass, offline: 'queue', maxAgeMs: A_NIGHT_MS },
  'course.fire': answer,
  'course.hold': answer,
  'course.plan': answer,
  'item.fire': answer,
  'item.hold': answer,
  'item.refire': { ...answer, roles: ['kitchen', 'expo', 'manager'] },
  'allergy.withdraw': { ...answer, roles: ['expo', 'host', 'manager'] },
  'allergy.seat': { ...answer, roles: ['expo', 'host', 'manager'] },
  'conflict.answer': answer,
  'stop.answer': answer,
  'possible.answer': answer,
  'food.answer': answer,
  'party.add': door,
  'party.edit': door,
  'party.confirm': door,
  'party.arrive': door,
  'party.notify': door,
  'party.seat': seat,
  'party.unseat': seat,
  'party.move': seat,
  'party.swap': floor,
  'party.clear': { ...door, roles: ['host', 'expo', 'manager'] },
  'party.leave': door,
  'party.finish': door,
  'party.cancel': door,
  'party.noShow': door,
  'party.undo': floor,
  'party.match': { ...floor, roles: ['host', 'expo', 'manager'] },
  'party.withdraw': floor,
  'party.standing': door,
  'table.combine': floor,
  'table.split': floor,
  'table.mark': door,
  'table.undo': floor,
  'shiftNote.write': door,
  'shiftNote.strike': door,
  'server.assign': floor,
  'server.relieve': floor,
  'server.cut': floor,
  'server.undo': floor,
  'ticket.key': { ...answer, roles: ['expo', 'host', 'manager'] },
  'ticket.keyMore': { ...answer, roles: ['expo', 'host', 'manager'] },
  'item.void': { ...answer, roles: ['expo', 'host', 'manager'] },
};
