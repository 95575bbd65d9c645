import type { PersonId } from '../../../lib/ids.ts';
import { actorName } from '../../events/actor.ts';
import type { PersonFields } from '../../model/put.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

/** Rule S68: what one shift tells the next. Hosts and managers read it; no event and no kitchen screen has its words. */

export function writeNote(draft: Draft, { words }: CommandOf<'shiftNote.write'>): null {
  const note = draft.ctx.newId() as PersonId;
  const { actor } = draft.ctx;
  draft.person(note, noteFields(words));
  draft.emit({
    type: 'shift.noted',
    note: {
      note,
      day: draft.state.day,
      at: draft.now,
      by: actorName(actor),
      screen: actor.kind === 'screen' ? actor.screen : null,
    },
  });
  return null;
}

export function strikeNote(draft: Draft, { note }: CommandOf<'shiftNote.strike'>): null {
  if (draft.state.door.shiftNotes.some((one) => one.note === note)) strike(draft, note);
  return null;
}

/** At the roll: the day that ends may still be read on the next, the one before it not. */
export function dropNotes(draft: Draft): void {
  for (const { note, day } of draft.state.door.shiftNotes) if (day < draft.state.day) strike(draft, note);
}

/** Its words go with it. */
function strike(draft: Draft, note: PersonId): void {
  draft.person(note, noteFields(null));
  draft.emit({ type: 'shift.note_struck', note });
}

/** `guestNotes` is the field that no cook and no pass is told (`main/hub/viewerCut.ts`). */
function noteFields(words: string | null): PersonFields {
  const nobody = { name: null, phone: null, email: null, notes: null, courier: null, spot: null };
  return { ...nobody, kitchenNotes: null, guestNotes: words };
}
