import { useCallback } from 'react';
import type { PartyQuestion } from '../../../../shared/domain/model/door.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';
import css from './Seat.module.css';

/** Rule S15: a ticket was rung up here and nobody was seated. Until somebody says whose it is, the allergies of who it may be count. */
export function WhoseTicket({ question }: { question: PartyQuestion }) {
  const { t } = useSpeech();
  const { send } = useDesk();
  const nameOf = usePartyName();
  const refusedNow = useRefusedNow();
  const { ticket } = question;
  const look = useCallback(({ tickets }: State) => tickets.get(ticket)?.head.number ?? '?', [ticket]);
  const number = useLook(look);
  const refused = refusedNow('party.match');
  return (
    <section className={frame.section} data-testid="whose-ticket">
      <p className={css.warning}>{t('host.table.whose', { number, table: question.table })}</p>
      <div className={css.acts}>
        {question.parties.map((party) => (
          <HostAct
            key={party}
            name={`whose:${party}`}
            words={t('host.table.whoseOf', { party: nameOf(party) })}
            refused={refused}
            act={() => send({ type: 'party.match', ticket, party })}
          />
        ))}
        <HostAct
          name="whose:none"
          words={t('host.table.whoseNone')}
          refused={refused}
          act={() => send({ type: 'party.match', ticket, party: null })}
        />
      </div>
    </section>
  );
}
