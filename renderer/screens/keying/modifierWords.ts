import type { KeyedDish } from '../../../shared/domain/commands/keyedCommands.ts';
import { type Speech, wordFor } from '../../app/words.ts';

/** `NO onion`: the verb in the screen's language, the words as keyed. */
export function modifierWords({ kind, name }: KeyedDish['modifiers'][number], speech: Speech): string {
  return kind === null ? name : `${wordFor(speech, 'verb', kind)} ${name}`;
}
