import type { Party } from '../../../../shared/domain/model/party.ts';
import type { PersonFields } from '../../../../shared/domain/model/put.ts';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useTick } from '../../../ui/useTick.ts';
import { useDesk } from '../hostContext.ts';
import { Disagreements } from './Disagreements.tsx';
import css from './ListView.module.css';
import { PartyMarks } from './PartyMarks.tsx';
import { partyName, personOf, stateWords } from './partyWords.ts';

/** One line of the whole book, in two where a sheet is narrow. Who has no time stands at that of their coming. A press takes the party in hand, and the side list opens it. */
export function BookLine({ party, isNarrow = false }: { party: Party; isNarrow?: boolean }) {
  const port = usePort();
  const { selected, select } = useDesk();
  const isSelected = selected.party === party.id;
  return (
    <Press
      zone={`line:${party.id}`}
      testId="book-line"
      className={cls(css.line, isNarrow && css.narrow, isSelected && css.selected)}
      data={{ 'data-party': party.id, 'data-state': party.live.state }}
      act={() => select({ party: isSelected ? null : party.id })}
    >
      <Said party={party} person={personOf(port, party)} />
    </Press>
  );
}

/** One of a day that is over: read, not pressed, because nothing of it changes any more. */
export function PastLine({ party, name }: { readonly party: Party; readonly name: string | null }) {
  return (
    <div className={css.line} data-testid="past-line" data-party={party.id} data-state={party.live.state}>
      <Said party={party} person={name === null ? null : { name }} />
    </div>
  );
}

function Said({ party, person }: { readonly party: Party; readonly person: Partial<PersonFields> | null }) {
  const speech = useSpeech();
  const { live } = party;
  const state = useTick((now) => stateWords(speech, party, now));
  return (
    <>
      <span className={cls(css.time, live.state === 'late' && css.late, live.at === null && css.came)}>
        {speech.time(live.at ?? party.receivedAt)}
      </span>
      <span className={css.covers}>{live.covers}</span>
      <span className={css.name}>{partyName(speech, party, person)}</span>
      <span className={cls(css.state, live.state === 'late' && css.late)}>{state}</span>
      <span className={css.tables}>
        {live.tables.join(' + ')} {live.server !== null && <small>{live.server}</small>}
      </span>
      <div className={css.marks}>
        <Disagreements party={party} />
        <PartyMarks party={party} person={person} />
      </div>
    </>
  );
}
