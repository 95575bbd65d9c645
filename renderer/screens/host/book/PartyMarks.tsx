import type { Party } from '../../../../shared/domain/model/party.ts';
import type { PersonFields } from '../../../../shared/domain/model/put.ts';
import { useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import css from './PartyMarks.module.css';
import { allergyText, standingAllergies } from './partyWords.ts';

/** What whoever seats them must know: allergies in their own colour and in words, VIP, occasion, tags, what is written about them. */
export function PartyMarks({ party, person }: { party: Party; person: Partial<PersonFields> | null }) {
  const speech = useSpeech();
  const { t } = speech;
  const { vip, occasion } = party.live;
  const allergies = standingAllergies(party);
  const notes = [person?.kitchenNotes, person?.guestNotes].filter((words) => words);
  const tags = person?.tags ?? [];
  if (!vip && occasion === null && allergies.length + notes.length + tags.length === 0) return null;
  return (
    <div className={css.marks}>
      {allergies.map((allergy) => (
        <p
          key={`${allergy.seat}:${allergy.allergen}`}
          className={allergy.severity === 'diet' ? css.diet : css.allergy}
          data-testid="allergy"
          data-severity={allergy.severity}
        >
          {allergy.severity !== 'diet' && <Shape name="allergy" />} {allergyText(speech, allergy)}
          {allergy.crossContact && ` · ${t('allergy.crossContact')}`}
          {allergy.words !== null && allergy.words !== '' && ` “${allergy.words}”`}
        </p>
      ))}
      {vip && (
        <span className={css.vip}>
          <Shape name="vip" /> {t('tile.vip')}
        </span>
      )}
      {occasion !== null && <span className={css.mark}>{occasion}</span>}
      {tags.map((tag) => (
        <span key={tag} className={css.mark}>
          {tag}
        </span>
      ))}
      {notes.map((words) => (
        <p key={words} className={css.note}>
          {words}
        </p>
      ))}
    </div>
  );
}
