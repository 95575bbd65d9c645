import type { StationNote } from '../../../../shared/domain/model/ticket.ts';
import type { Speech } from '../../../app/words.ts';

/** Ready notes in this screen's language, typed ones verbatim. */
export function noteWords({ preset, words }: Pick<StationNote, 'preset' | 'words'>, { t }: Speech): string {
  return preset === null ? (words ?? '') : t(`pass.preset.${preset}`);
}
