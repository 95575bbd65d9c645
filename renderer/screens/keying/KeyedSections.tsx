import { useCallback } from 'react';
import { isLive, isReady } from '../../../shared/domain/model/progress.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useLook } from '../../app/useLook.ts';
import { dishName, useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import sheet from '../board/sheet/Sheet.module.css';
import { useSheet } from '../board/sheet/sheetContext.ts';
import { useMatches } from '../board/tile/MatchLists.tsx';

interface KeyedProps {
  readonly tile: TileView;
  readonly send: BoardTools['send'];
}

/** Of an open ticket that was keyed: more onto it, a line off it. Of one of the POS that it became: that it is other food after all. */
export function KeyedSections(props: KeyedProps) {
  return (
    <>
      {props.tile.keyed !== null && <OfKeyed {...props} />}
      <Settled {...props} />
    </>
  );
}

function OfKeyed({ tile, send }: KeyedProps) {
  const { t, language } = useSpeech();
  const { show } = useSheet();
  const ticket = useLook(useCallback((state: State) => state.tickets.get(tile.ticketId), [tile.ticketId]));
  const open = (ticket?.items ?? []).filter(
    ({ batches, saidQuantity }) =>
      saidQuantity > 0 && batches.some((batch) => isLive(batch) && !isReady(batch)),
  );
  return (
    <section className={sheet.section}>
      <p className={sheet.heading}>{t('keying.voidWhy')}</p>
      {open.map((item) => (
        <div key={item.id} className={sheet.row}>
          <p className={sheet.detail}>
            {item.saidQuantity} {dishName(item.face, language)}
          </p>
          <Press
            zone={`keyed:void:${item.id}`}
            testId="keyed-void"
            className={sheet.button}
            act={({ seen }) =>
              send(null, {
                type: 'item.void',
                ticket: tile.ticketId,
                item: item.id,
                quantity: item.saidQuantity,
                seen,
              })
            }
          >
            {t('keying.voidLine')}
          </Press>
        </div>
      ))}
      <div className={sheet.choices}>
        <Press
          zone="keyed:more"
          testId="key-more"
          className={sheet.button}
          act={() => show({ kind: 'key', onto: tile.ticketId })}
        >
          {t('keying.more')}
        </Press>
      </div>
    </section>
  );
}

function Settled({ tile, send }: KeyedProps) {
  const { t, time, stationName } = useSpeech();
  const settled = useMatches(tile.ticketId).filter(({ isSettled }) => isSettled);
  return settled.map(({ question, at, by }) => (
    <section key={question} className={sheet.section}>
      <p className={sheet.heading}>
        {t('keying.sameAs', { time: time(at), by: by === 'expo' ? t('footer.expo') : stationName(by) })}
      </p>
      <div className={sheet.choices}>
        <Press
          zone={`keyed:apart:${question}`}
          testId="keyed-apart"
          className={sheet.button}
          act={() => send(null, { type: 'food.answer', ticket: tile.ticketId, question, answer: 'new' })}
        >
          {t('keying.notSame')}
        </Press>
      </div>
    </section>
  ));
}
