import { useEffect, useRef } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { RegularOffers } from '../guests/RegularNote.tsx';
import { useDesk } from '../hostContext.ts';
import { SeatOffer } from '../seat/SeatOffer.tsx';
import css from './PartyCard.module.css';
import { PartyHead } from './PartyHead.tsx';
import { StepButtons } from './StepButtons.tsx';

/** A party of the side list. The one in hand is open: where it may sit, what comes next, and its card. */
export function PartyCard({ party }: { party: Party }) {
  const { t } = useSpeech();
  const { selected, select, open } = useDesk();
  const isSelected = selected.party === party.id;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Picked on the plan or the timeline it may stand out of sight.
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <article
      ref={card}
      className={cls(css.party, isSelected && css.selected)}
      data-testid="party"
      data-party={party.id}
      data-state={party.live.state}
    >
      <Press
        zone={`party:${party.id}`}
        testId="party-head"
        className={css.head}
        data={{ 'data-selected': `${isSelected}` }}
        act={() => select({ party: isSelected ? null : party.id })}
      >
        <PartyHead party={party} />
      </Press>
      {isSelected && (
        <div className={css.open}>
          <RegularOffers party={party} />
          <SeatOffer party={party} />
          <StepButtons party={party} />
          <Press
            zone={`card:${party.id}`}
            testId="party-card"
            className={sheet.button}
            act={() => open({ kind: 'party', party: party.id })}
          >
            {t('host.book.card')}
          </Press>
        </div>
      )}
    </article>
  );
}
