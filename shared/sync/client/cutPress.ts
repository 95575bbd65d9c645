import { z } from 'zod';
import type { CommandEnvelope } from '../../domain/commands/command.ts';
import { KeyedGuest } from '../../domain/commands/partyCommands.ts';

/**
 * Rule S79. A press that waits on a device's disk keeps of a guest what a cook may read, and the rest only sealed: the first name tells the
 * host at the door who it was, should the seal be lost. Of a note of the shift nothing is left then but that somebody wrote one.
 */
export const PressSecret = z.union([
  z.object({ guest: KeyedGuest.nullable() }),
  z.object({ words: z.string().min(1) }),
]);
export type PressSecret = z.infer<typeof PressSecret>;

const UNREADABLE = '…';

/** What of a press nobody who reads the disk may read; null: nothing. */
export function secretOf({ command }: CommandEnvelope): PressSecret | null {
  switch (command.type) {
    case 'party.add':
    case 'party.edit':
      return command.guest === null ? null : { guest: command.guest };
    case 'shiftNote.write':
      return { words: command.words };
    default:
      return null;
  }
}

export function cutPress(envelope: CommandEnvelope): CommandEnvelope {
  const secret = secretOf(envelope);
  if (secret === null) return envelope;
  return wholePress(
    envelope,
    'words' in secret ? { words: UNREADABLE } : { guest: secret.guest && cutGuest(secret.guest) },
  );
}

/** As it was before it was cut. */
export function wholePress(envelope: CommandEnvelope, secret: PressSecret): CommandEnvelope {
  const { command } = envelope;
  if (command.type === 'shiftNote.write' && 'words' in secret)
    return { ...envelope, command: { ...command, words: secret.words } };
  if (command.type === 'party.edit' && 'guest' in secret)
    return { ...envelope, command: { ...command, guest: secret.guest } };
  if (command.type === 'party.add' && 'guest' in secret && secret.guest !== null)
    return { ...envelope, command: { ...command, guest: secret.guest } };
  return envelope;
}

function cutGuest({ name, kitchenNotes, consent }: KeyedGuest): KeyedGuest {
  const first = name?.trim().split(/\s+/u)[0] || null;
  const asked = consent === undefined ? {} : { consent };
  return { name: first, phone: null, email: null, kitchenNotes, guestNotes: null, ...asked };
}
