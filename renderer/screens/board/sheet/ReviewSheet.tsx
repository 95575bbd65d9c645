import { useCallback, useMemo } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { recallList } from '../../../../shared/domain/selectors/recallList.ts';
import { reviewTile } from '../../../../shared/domain/selectors/reviewTile.ts';
import type { StationId, TicketId } from '../../../../shared/lib/ids.ts';
import { usePort } from '../../../app/portContext.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { stationBlocks } from '../blocks.ts';
import { ActionsProvider } from '../boardActions.ts';
import type { BoardTools } from '../boardTools.ts';
import { TicketChits } from '../paper/TicketChits.tsx';
import { AllergyBands } from '../tile/AllergyBands.tsx';
import { CourseStrip } from '../tile/CourseStrip.tsx';
import { headWords } from '../tile/headWords.ts';
import { Labels } from '../tile/Labels.tsx';
import { Lines } from '../tile/Lines.tsx';
import { PaperMarks } from '../tile/PaperMarks.tsx';
import { looksOnly } from './looksOnly.ts';
import { recallCommand } from './recallCommand.ts';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

interface ReviewProps {
  readonly place: BoardPlace;
  readonly ticket: TicketId;
  readonly backTo: 'recall' | 'away' | null;
  readonly tools: BoardTools;
}

/** Only looks: the ticket as it is now, and nothing to press but RECALL, REFIRE and the way back. */
export function ReviewSheet({ place, ticket, backTo, tools }: ReviewProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { show } = useSheet();
  const station = place.kind === 'expo' ? null : place.station;
  const tile = useLook(
    useCallback(
      (state: State, config: HouseConfig) => reviewTile(state, ticket, station, config),
      [ticket, station],
    ),
  );
  const blocks = useMemo(() => (tile ? stationBlocks(tile) : []), [tile]);
  if (!tile) {
    return (
      <Sheet title={t('sheet.review')}>
        <p className={css.empty}>{t('rejection.not_found')}</p>
      </Sheet>
    );
  }
  const foot = (
    <>
      {backTo !== null && (
        <Press zone="review:back" className={css.place} act={() => show({ kind: backTo })}>
          {t('sheet.back')}
        </Press>
      )}
      <Press
        zone="review:refire"
        testId="refire-this"
        className={css.place}
        act={() => show({ kind: 'refire', ticket })}
      >
        {t('line.refire')}
      </Press>
      <RecallThis ticket={ticket} station={station} tools={tools} />
    </>
  );
  return (
    <Sheet title={t('sheet.reviewOf', { title: tile.title })} why={headWords(tile, speech)} foot={foot}>
      <ActionsProvider value={looksOnly}>
        <Labels tile={tile} />
        <PaperMarks tile={tile} />
        <CourseStrip courses={tile.courses} />
        <AllergyBands bands={tile.bands} />
        <Lines tile={tile} blocks={blocks} isAgain={false} />
      </ActionsProvider>
      <TicketChits ticket={ticket} here={station} />
    </Sheet>
  );
}

/** What of it left this board last; nothing when all of it is on the board. */
function RecallThis(props: { ticket: TicketId; station: StationId | null; tools: BoardTools }) {
  const { ticket, station, tools } = props;
  const { t } = useSpeech();
  const port = usePort();
  const { close } = useSheet();
  const entry = useLook(
    useCallback(
      (state: State, config: HouseConfig, now: number) =>
        recallList(state, station, config, now).find((one) => one.ticket === ticket) ?? null,
      [ticket, station],
    ),
  );
  if (!entry) return null;
  return (
    <Press
      zone="review:recall"
      testId="recall-this"
      className={css.place}
      act={() => {
        tools.send(null, recallCommand(entry, port.get().seq));
        close();
      }}
    >
      {t('footer.recallLast', { title: entry.title })}
    </Press>
  );
}
