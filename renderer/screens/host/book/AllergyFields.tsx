import { useState } from 'react';
import type { Party, PartyAllergy } from '../../../../shared/domain/model/party.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { KeyAllergies } from '../../keying/KeyAllergies.tsx';
import { blankKeyDraft } from '../../keying/keyDraft.ts';
import { useDesk } from '../hostContext.ts';
import css from './PartySheet.module.css';
import type { ChangeDraft, PartyDraft } from './partyDraft.ts';
import { allergyText } from './partyWords.ts';

/** Allergies only add up; the keys are those of a ticket keyed by hand. */
export function AllergyFields({ draft, change }: { draft: PartyDraft; change: ChangeDraft }) {
  const keyed = { ...blankKeyDraft, covers: draft.covers, allergies: draft.allergies };
  return <KeyAllergies draft={keyed} change={(by) => change({ allergies: by(keyed).allergies })} />;
}

/** What the party has, each to be taken off by name alone: whoever says so stands in the log. */
export function PartyAllergies({ party }: { party: Party }) {
  const speech = useSpeech();
  const { t } = speech;
  return party.live.allergies.map((allergy) => (
    <div key={`${allergy.seat}:${allergy.allergen}`} className={css.allergy}>
      <p className={css.allergyName}>{allergyText(speech, allergy)}</p>
      {allergy.words !== null && allergy.words !== '' && <p>“{allergy.words}”</p>}
      {allergy.isWithdrawn ? <p>{t('host.book.takenOff')}</p> : <TakeOff party={party} allergy={allergy} />}
    </div>
  ));
}

function TakeOff({ party, allergy }: { party: Party; allergy: PartyAllergy }) {
  const { t } = useSpeech();
  const { send } = useDesk();
  const servers = usePicture(({ config }) => config.floor.servers);
  const [isAsking, setAsking] = useState(false);
  const { allergen, seat } = allergy;
  const zone = `off:${seat}:${allergen}`;
  if (!isAsking)
    return (
      <Press zone={zone} testId="take-off" className={sheet.button} act={() => setAsking(true)}>
        {t('host.book.takeOff')}
      </Press>
    );
  return (
    <>
      <p className={sheet.heading}>{t('plates.takeOffWho')}</p>
      <div className={sheet.choices}>
        {[...servers, t('host.name')].map((by) => (
          <Press
            key={by}
            zone={`${zone}:${by}`}
            testId="take-off-by"
            className={sheet.button}
            act={() => {
              send({ type: 'party.withdraw', party: party.id, allergen, seat, by });
              setAsking(false);
            }}
          >
            {t('plates.takeOff', { by })}
          </Press>
        ))}
      </div>
    </>
  );
}
