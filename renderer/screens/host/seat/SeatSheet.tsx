import { useState } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import { isSeated } from '../../../../shared/domain/model/partyStates.ts';
import type { PartyId } from '../../../../shared/lib/ids.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import frame from '../../board/sheet/Sheet.module.css';
import { Choices, Typed } from '../../keying/Choices.tsx';
import key from '../../keying/Key.module.css';
import { allergyText } from '../book/partyWords.ts';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { OfferWords } from './OfferWords.tsx';
import css from './Seat.module.css';
import { blankDraft, draftProblem, type SeatDraft, seatCommand, unnamedAllergies } from './seatDraft.ts';
import { tablesWord } from './seatWords.ts';
import { serversKnown } from './TableServer.tsx';
import { useParty } from './useParty.ts';
import { useJudged } from './useSeating.ts';

interface Props {
  readonly party: Party;
  readonly tables: readonly string[];
}

/** What is asked before guests sit down: whose an allergy is, why over the limit; how many they are and who serves them may be changed. */
export function SeatSheet({ party: id, tables }: { party: PartyId; tables: readonly string[] }) {
  const party = useParty(id);
  const { t } = useSpeech();
  if (!party || isSeated(party.live))
    return (
      <HostSheet title={t('host.seat.title')}>
        <p className={frame.empty}>{t(party ? 'host.seat.sitsNow' : 'rejection.not_found')}</p>
      </HostSheet>
    );
  return <Asking party={party} tables={tables} />;
}

function Asking({ party, tables }: Props) {
  const { t } = useSpeech();
  const { send, close, select } = useDesk();
  const nameOf = usePartyName();
  const [draft, setDraft] = useState(() => blankDraft(party));
  const offer = useJudged(party, tables, draft.covers, draft.server);
  const change = (set: Partial<SeatDraft>) => setDraft((before) => ({ ...before, ...set }));
  const problem = draftProblem(draft, offer);
  const open = unnamedAllergies(party).filter(({ allergen }) => draft.seats[allergen] === undefined);
  const at = tablesWord(offer.tables);
  const words =
    open.length > 0 ? t('host.seat.atServerSays', { tables: at }) : t('host.seat.at', { tables: at });
  return (
    <HostSheet
      title={t('host.seat.who', { party: nameOf(party), tables: at })}
      foot={
        <Press
          zone="seat:go"
          testId="seat"
          className={cls(frame.place, problem === null && frame.main)}
          isBlocked={problem !== null}
          act={({ seen }) => {
            if (problem !== null) return;
            send(seatCommand(party, offer, draft, seen));
            select({ table: null });
            close();
          }}
        >
          {problem === null ? words : t(`host.seat.problem.${problem}`)}
        </Press>
      }
    >
      <div className={css.words}>
        <OfferWords offer={offer} />
      </div>
      {offer.asksWhy && <Why draft={draft} change={change} />}
      <Allergies party={party} draft={draft} change={change} />
      <Covers party={party} draft={draft} change={change} />
      <Servers server={offer.server} draft={draft} change={change} />
    </HostSheet>
  );
}

interface DraftProps {
  readonly draft: SeatDraft;
  readonly change: (set: Partial<SeatDraft>) => void;
}

const REASONS = ['regulars', 'manager', 'quick', 'drinks'] as const;

function Why({ draft, change }: DraftProps) {
  const { t } = useSpeech();
  return (
    <>
      <Choices
        name="why"
        title={t('host.seat.why')}
        choices={REASONS.map((one) => ({
          value: t(`host.seat.because.${one}`),
          words: t(`host.seat.because.${one}`),
        }))}
        chosen={draft.reason ?? undefined}
        onChosen={(reason) => change({ reason })}
      />
      <section className={frame.section}>
        <Typed
          name="why-words"
          title={t('host.seat.whyWords')}
          className={key.typed}
          value={draft.reason ?? ''}
          onTyped={(reason) => change({ reason })}
        />
      </section>
    </>
  );
}

/** Whose each is. Nothing pressed: the server will say, and the kitchen takes it for every dish of the table until then. */
function Allergies({ party, draft, change }: DraftProps & { readonly party: Party }) {
  const speech = useSpeech();
  const { t } = speech;
  const seats = Array.from({ length: Math.max(draft.covers, 1) }, (_, index) => index + 1);
  return unnamedAllergies(party).map((allergy) => {
    const { allergen } = allergy;
    const { [allergen]: chosen, ...others } = draft.seats;
    return (
      <section key={allergen} className={frame.section} data-testid="seat-allergy">
        <p className={css.allergy}>
          {allergyText(speech, allergy)}
          {allergy.crossContact && ` · ${t('allergy.crossContact')}`}
          {allergy.words && ` “${allergy.words}”`}
        </p>
        <p className={css.hint}>{t('host.seat.whichSeat')}</p>
        <div className={frame.choices}>
          <Press
            zone={`seat:${allergen}:server`}
            className={cls(frame.button, css.wide, chosen === undefined && frame.main)}
            act={() => change({ seats: others })}
          >
            {t('host.seat.serverSays')}
          </Press>
          {seats.map((seat) => (
            <Press
              key={seat}
              zone={`seat:${allergen}:${seat}`}
              testId={`seat-${allergen}-${seat}`}
              className={cls(frame.count, chosen === seat && frame.main)}
              act={() => change({ seats: { ...others, [allergen]: seat } })}
            >
              {seat}
            </Press>
          ))}
        </div>
      </section>
    );
  });
}

/** More or fewer came than were booked. */
const AROUND = 3;

function Covers({ party, draft, change }: DraftProps & { readonly party: Party }) {
  const { t } = useSpeech();
  const { covers } = party.live;
  const from = Math.max(1, covers - AROUND);
  const counts = Array.from({ length: 2 * AROUND + 1 }, (_, index) => from + index);
  return (
    <Choices
      name="covers"
      title={t('host.seat.covers')}
      choices={counts.map((value) => ({ value, words: String(value) }))}
      chosen={draft.covers}
      onChosen={(value) => change({ covers: value })}
    />
  );
}

function Servers({ server, draft, change }: DraftProps & { readonly server: string | null }) {
  const { t } = useSpeech();
  const names = useLook(serversKnown);
  if (names === '') return null;
  return (
    <Choices
      name="server"
      title={t('host.seat.server')}
      choices={names.split('\0').map((value) => ({ value, words: value }))}
      chosen={draft.server ?? server ?? undefined}
      onChosen={(value) => change({ server: value })}
    />
  );
}
