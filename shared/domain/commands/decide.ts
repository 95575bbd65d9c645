import type { TicketId } from '../../lib/ids.ts';
import { courseOf, itemOf } from '../model/progress.ts';
import { endsWhenSeen, type State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { answerConflict, answerFood, answerStop } from './answers.ts';
import { eightySix, putAvailability, restore, setCount } from './availability.ts';
import { holdTable, resumeDue, resumeTable } from './away.ts';
import { putCheck } from './checkPut.ts';
import { actOnChit } from './chits.ts';
import type { Command, CommandOf } from './command.ts';
import { bump, hearTicket, recall, runCourse, seeChanges, startItems, undoRun } from './cook.ts';
import { countFood } from './countFood.ts';
import { doubtAllDay } from './doubtAllDay.ts';
import { Draft, Refusal, refuse } from './draft.ts';
import { openTicket, ticketMeant, ticketReopened } from './findTicket.ts';
import { causeOf, fireCourse, fireItems, holdCourse, holdItems } from './fire.ts';
import { handOff } from './handoff.ts';
import { callBack, hearAllergy, nameSeat, withdrawAllergy } from './hearAllergy.ts';
import { keyMore, keyTicket, voidKeyed } from './keyTicket.ts';
import { putMenu } from './menu.ts';
import type { DecideContext, Decision } from './outcome.ts';
import { pack } from './pack.ts';
import { actAtDoor, type DoorCommand } from './party/actAtDoor.ts';
import { tableMeant } from './party/awayBehind.ts';
import { putParty } from './party/putParty.ts';
import { answerHowLong, askStation, callHands, noteStation } from './pass.ts';
import { permit } from './permit.ts';
import { planCourse } from './planCourse.ts';
import { answerPossible } from './possible.ts';
import { putTicket, voidTicket } from './putTicket.ts';
import { report } from './receipts.ts';
import { refireItem } from './refire.ts';
import { settle } from './settle.ts';
import { moveBackFromClosed, moveFromClosed, movePart } from './stations.ts';
import { closeTicket, fireDue, rollDay } from './time.ts';

/** Every rule of SPEC.md. Pure: the same state, command and context give the same decision. */
export function decide(state: State, command: Command, ctx: DecideContext): Decision {
  const draft = new Draft(state, ctx);
  try {
    permit(draft, command);
    return withAftermath(draft, state, decideOn(draft, command));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, path } = error;
    return { ok: false, code, message, ...(path === undefined ? {} : { path }) };
  }
}

/** What follows whatever a command did to food, be it what it may: where it is made, and how many are left. */
function withAftermath(draft: Draft, before: State, decision: Decision): Decision {
  const decided = draft.events.length;
  if (!decision.ok || decided === 0) return decision;
  moveBackFromClosed(draft);
  if (Object.keys(draft.state.dishes).length > 0) countFood(draft, before);
  if (draft.events.length === decided) return decision;
  return { ...decision, state: draft.state };
}

function decideOn(draft: Draft, command: Command): Decision {
  switch (command.type) {
    case 'ticket.put':
      return putTicket(draft, command);
    case 'ticket.void':
      return voidTicket(draft, command);
    case 'check.put':
      return putCheck(draft, command);
    case 'party.put':
      return putParty(draft, command);
    case 'menu.put':
      return putMenu(draft, command);
    case 'availability.put':
      return putAvailability(draft, command);
    default:
      return draft.done(isAtDoor(command) ? actAtDoor(draft, command) : act(draft, command));
  }
}

function isAtDoor(command: Command): command is DoorCommand {
  return /^(?:party|server|shiftNote)\.|^table\.(?:combine|split|mark|undo|openDue)$/u.test(command.type);
}

type AnsweredApart =
  | 'ticket.put'
  | 'ticket.void'
  | 'check.put'
  | 'party.put'
  | 'menu.put'
  | 'availability.put';

/** Commands whose answer is only whether anything happened. */
function act(
  draft: Draft,
  command: Exclude<Command, CommandOf<AnsweredApart> | DoorCommand>,
): TicketId | null {
  switch (command.type) {
    case 'course.fire':
    case 'course.hold':
    case 'item.fire':
    case 'item.hold':
    case 'item.refire':
      return actOnFire(draft, command);
    case 'course.plan':
      return planCourse(draft, command);
    case 'station.note':
      return noteStation(draft, command);
    case 'station.ask':
      return askStation(draft, command);
    case 'station.answer':
      return answerHowLong(draft, command);
    case 'hands.call':
      return callHands(draft, command);
    case 'item.start':
      return startItems(draft, command);
    case 'item.bump':
    case 'ticket.bump':
      return bump(draft, command);
    case 'item.recall':
      return recall(draft, command);
    case 'course.run':
      return runCourse(draft, command);
    case 'run.undo':
      return undoRun(draft, command);
    case 'ticket.hear':
      return hear(draft, command);
    case 'changes.see':
      return see(draft, command);
    case 'allergy.hear':
      return hearAllergy(draft, command);
    case 'allergy.callBack':
      return callBack(draft, command);
    case 'allergy.withdraw':
      return withdrawAllergy(draft, command);
    case 'allergy.seat':
      return nameSeat(draft, command);
    case 'conflict.answer':
      return answerConflict(draft, command);
    case 'possible.answer':
      return answerPossible(draft, command);
    case 'stop.answer':
      return answerStop(draft, command);
    case 'food.answer':
      return answerFood(draft, command);
    case 'ticket.key':
      return keyTicket(draft, command);
    case 'ticket.keyMore':
      return keyMore(draft, command);
    case 'item.void':
      return voidKeyed(draft, command);
    case 'receipt.report':
      report(draft, command);
      return null;
    case 'course.fireDue':
      return fireDue(draft, command);
    case 'ticket.close':
      return closeTicket(draft, command);
    case 'day.roll':
      rollDay(draft);
      return null;
    case 'config.put':
      // Two savers who both read version 7 both write 8; the second must look first.
      if (command.version !== draft.state.configVersion + 1)
        refuse('conflict', 'The configuration has changed since.', 'version');
      draft.configure(command.config);
      moveFromClosed(draft, command.config);
      return null;
    case 'menuItem.eightySix':
      return eightySix(draft, command);
    case 'menuItem.restore':
      return restore(draft, command);
    case 'menuItem.count':
      return setCount(draft, command);
    case 'ticket.rush':
      return rush(draft, command.ticket, command.priority === 'rush');
    case 'ticket.handoff':
      return handOff(draft, command);
    case 'ticket.pack':
      return pack(draft, command);
    case 'part.move':
      return movePart(draft, command);
    case 'table.hold':
      return holdTable(draft, command);
    case 'table.resume':
      return resumeTable(draft, tableMeant(draft.state, command.table));
    case 'table.resumeDue':
      return resumeDue(draft, command);
    case 'chit.due':
    case 'chit.send':
    case 'chit.settle':
    case 'chit.wait':
    case 'chit.missDue':
    case 'chit.ask':
    case 'chit.answer':
    case 'chit.summary':
    case 'chit.report':
      actOnChit(draft, command);
      return null;
    case 'alert.raise':
      if (!draft.state.alerts[command.alert.code]) {
        draft.emit({ type: 'alert', alert: { ...command.alert, at: draft.now } });
      }
      return null;
    case 'allDay.doubt':
      doubtAllDay(draft, command);
      return null;
    case 'alert.see':
      if (endsWhenSeen(command.code)) clearAlert(draft, command.code);
      return null;
    case 'alert.clear':
      clearAlert(draft, command.code);
      return null;
    default:
      return command satisfies never;
  }
}

function actOnFire(
  draft: Draft,
  command: CommandOf<'course.fire' | 'course.hold' | 'item.fire' | 'item.hold' | 'item.refire'>,
): TicketId | null {
  const isRefire = command.type === 'item.refire';
  if (!isRefire && isAskedOfHistory(draft, command)) return null;
  const ticket = isRefire ? ticketReopened(draft, command.ticket) : ticketMeant(draft, command.ticket);
  switch (command.type) {
    case 'course.fire':
      fireCourse(draft, ticket.id, command.course, causeOf(draft.ctx.actor));
      break;
    case 'course.hold':
      holdCourse(draft, ticket.id, command.course, true);
      break;
    case 'item.fire':
      fireItems(draft, ticket.id, itemsMeant(ticket, command.items, draft), causeOf(draft.ctx.actor));
      break;
    case 'item.hold':
      holdItems(draft, ticket.id, itemsMeant(ticket, command.items, draft));
      break;
    case 'item.refire': {
      const [item] = itemsMeant(ticket, [command.item], draft);
      if (item) refireItem(draft, ticket.id, item, command.quantity ?? null, command.reason);
      break;
    }
    default:
      command satisfies never;
  }
  if (draft.events.length > 0) settle(draft, ticket.id);
  return ticket.id;
}

/** On a closed ticket everything is run: firing it again is nothing new, holding it comes too late. */
function isAskedOfHistory(
  draft: Draft,
  command: CommandOf<'course.fire' | 'course.hold' | 'item.fire' | 'item.hold'>,
): boolean {
  const { ticket: which } = command;
  if (typeof which === 'string' || openTicket(draft.state, which.source, which.id, null)) return false;
  const stub = draft.ctx.closed(which.source, which.id, null);
  if (!stub) return false;
  if ('items' in command) itemsMeant(stub, command.items, draft);
  else if (!courseOf(stub, command.course))
    refuse('not_found', `This ticket has no course ${command.course}.`, 'course');
  if (command.type.endsWith('.hold'))
    refuse('already_started', 'This ticket is closed; nothing of it can be held.');
  return true;
}

/** A POS names items by its own ids, a screen by ours. */
function itemsMeant(ticket: Ticket, ids: readonly string[], draft: Draft): Ticket['items'] {
  const isOurs = draft.ctx.actor.kind === 'screen';
  return ids.map((id, index) => {
    const item = isOurs ? itemOf(ticket, id) : ticket.items.find((one) => one.externalId === id);
    return item ?? refuse('not_found', `This ticket has no item ${id}.`, `items.${index}`);
  });
}

function rush(draft: Draft, which: CommandOf<'ticket.rush'>['ticket'], isRush: boolean): TicketId {
  const ticket = ticketMeant(draft, which);
  if ((ticket.rushAt !== null) !== isRush) draft.emit({ type: 'ticket.rushed', ticket: ticket.id, isRush });
  return ticket.id;
}

function clearAlert(draft: Draft, code: string): void {
  if (draft.state.alerts[code]) draft.emit({ type: 'alert.cleared', code });
}

function hear(draft: Draft, command: CommandOf<'ticket.hear'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  // What came after this press has not been read by it.
  if (ticket.versions[command.station] !== command.version) return ticket.id;
  hearTicket(draft, ticket.id, command.station);
  if (draft.events.length > 0) settle(draft, ticket.id);
  return ticket.id;
}

function see(draft: Draft, command: CommandOf<'changes.see'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  seeChanges(draft, ticket.id, command.station, command);
  if (draft.events.length > 0) {
    hearTicket(draft, ticket.id, command.station);
    settle(draft, ticket.id);
  }
  return ticket.id;
}
