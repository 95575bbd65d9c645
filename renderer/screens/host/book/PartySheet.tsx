import { useCallback } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { PartyId } from '../../../../shared/lib/ids.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { RegularNote } from '../guests/RegularNote.tsx';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { AllergyFields, PartyAllergies } from './AllergyFields.tsx';
import { CoversField } from './CoversField.tsx';
import { Disagreements } from './Disagreements.tsx';
import { Fold } from './Fold.tsx';
import { GuestFields, NoteFields } from './GuestFields.tsx';
import { PartyHistory } from './PartyHistory.tsx';
import css from './PartySheet.module.css';
import { draftOf, editCommand, usePartyDraft } from './partyDraft.ts';
import { partyName, personOf, tableWords } from './partyWords.ts';
import { TablesField } from './TablesField.tsx';
import { EtaField, StayField, WhenOfParty } from './TimeFields.tsx';

/** A party's own card: all that is known of it, to be changed in place, and what became of it. */
export function PartySheet({ party: id }: { party: PartyId }) {
  const { t } = useSpeech();
  const party = useLook(useCallback((state: State) => state.parties.get(id) ?? null, [id]));
  if (party !== null) return <Card party={party} />;
  return (
    <HostSheet title={t('host.book.gone')}>
      <p className={sheet.empty}>{t('host.book.goneWhy')}</p>
    </HostSheet>
  );
}

function Card({ party }: { party: Party }) {
  const speech = useSpeech();
  const { t, time } = speech;
  const port = usePort();
  const { send } = useDesk();
  const person = personOf(port, party);
  const was = draftOf(party, person);
  const { draft, changed, change, clear } = usePartyDraft(party.id, was);
  const count = Object.keys(changed).length;
  const save = (seen: number) => {
    const command = editCommand(party.id, was, draft, seen);
    clear();
    // Refused, it is keyed still: nobody asks the guest twice.
    if (command) send(command, () => change(changed));
  };
  const said = [draft.at === null ? '' : time(draft.at), t('host.book.coverCount', { count: draft.covers })];
  return (
    <HostSheet
      title={partyName(speech, party, person)}
      foot={
        <Press
          zone="party:save"
          testId="party-save"
          className={cls(sheet.place, count > 0 && sheet.main)}
          isBlocked={count === 0}
          act={({ seen }) => save(seen)}
        >
          {t(count === 0 ? 'host.book.unchanged' : 'host.book.save', { count })}
        </Press>
      }
    >
      <div className={css.disagree}>
        <Disagreements party={party} />
        <RegularNote party={party} />
      </div>
      <Fold name="when" title={t('host.book.when')} said={said.filter((words) => words !== '').join(' · ')}>
        <CoversField draft={draft} change={change} />
        <WhenOfParty draft={draft} change={change} />
        <EtaField draft={draft} change={change} />
        <StayField draft={draft} change={change} />
      </Fold>
      <Fold
        name="where"
        title={t('host.book.where')}
        said={
          [tableWords(speech, draft.tables), draft.server ?? ''].filter((words) => words).join(' · ') || '–'
        }
      >
        <TablesField draft={draft} change={change} />
      </Fold>
      <Fold
        name="guest"
        title={t('host.book.guest')}
        said={
          [draft.name, draft.phone, draft.vip ? t('tile.vip') : '', draft.occasion]
            .filter((words) => words)
            .join(' · ') || '–'
        }
      >
        <GuestFields draft={draft} change={change} />
      </Fold>
      <Fold
        name="notes"
        title={t('host.book.notes')}
        said={[draft.kitchenNotes, draft.guestNotes].filter((words) => words).join(' · ') || '–'}
      >
        <NoteFields draft={draft} change={change} />
      </Fold>
      <Fold
        name="allergies"
        title={t('host.book.allergies')}
        said={<PartyAllergyCount party={party} added={draft.allergies.length} />}
        isOpen={party.live.allergies.length > 0}
      >
        <PartyAllergies party={party} />
        <Fold name="allergy-add" title={t('host.book.allergyAdd')} said={draft.allergies.length || ''}>
          <AllergyFields draft={draft} change={change} />
        </Fold>
      </Fold>
      <Fold name="history" title={t('host.book.history')} said={party.steps.length}>
        <PartyHistory party={party} />
      </Fold>
    </HostSheet>
  );
}

function PartyAllergyCount({ party, added }: { party: Party; added: number }) {
  const { t } = useSpeech();
  const count = party.live.allergies.filter(({ isWithdrawn }) => !isWithdrawn).length + added;
  return t(count === 0 ? 'host.book.allergyNone' : 'host.book.allergyCount', { count });
}
