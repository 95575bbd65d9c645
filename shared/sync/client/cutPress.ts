import type { CommandEnvelope } from '../../domain/commands/command.ts';
import type { KeyedGuest } from '../../domain/commands/partyCommands.ts';

/**
 * Rule S79. A press that waits on a device's disk keeps of a guest what a cook may read, and the rest only sealed: the first name tells the
 * host at the door who it was, should the seal be lost.
 */
export function guestOf({ command }: CommandEnvelope): KeyedGuest | null {
  return command.type === 'party.add' || command.type === 'party.edit' ? command.guest : null;
}

export function cutPress(envelope: CommandEnvelope): CommandEnvelope {
  const guest = guestOf(envelope);
  return guest === null ? envelope : withGuest(envelope, cutGuest(guest));
}

/** As it was before it was cut. */
export function withGuest(envelope: CommandEnvelope, guest: KeyedGuest): CommandEnvelope {
  const { command } = envelope;
  return command.type === 'party.add' || command.type === 'party.edit'
    ? { ...envelope, command: { ...command, guest } }
    : envelope;
}

function cutGuest({ name, kitchenNotes, consent }: KeyedGuest): KeyedGuest {
  const first = name?.trim().split(/\s+/u)[0] || null;
  const asked = consent === undefined ? {} : { consent };
  return { name: first, phone: null, email: null, kitchenNotes, guestNotes: null, ...asked };
}
