import { useCallback, useState } from 'react';
import type { Chit } from '../../../../shared/domain/model/chit.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { PaperLine } from '../../../../shared/domain/selectors/paperLines.ts';
import type { ChitId, StationId } from '../../../../shared/lib/ids.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import { useActions } from '../boardActions.ts';
import sheet from '../sheet/Sheet.module.css';
import { Sheet } from '../sheet/Sheet.tsx';
import { ChitButton } from './ChitButton.tsx';
import { ChitLook } from './ChitLook.tsx';
import css from './Chits.module.css';
import { type ChitRow, chitRows } from './chitRows.ts';
import { PaperAnswers } from './PaperAnswers.tsx';
import { LineWords } from './PaperNews.tsx';
import { PrinterRows } from './PrinterRows.tsx';
import { isGrave } from './paperFor.ts';
import { usePaperTools } from './paperTools.ts';
import { troubleWords } from './paperWords.ts';
import { usePaperLines } from './usePaperLines.ts';

/** All that concerns paper: what waits for a word, the tickets of a station to print, every chit since the day began, the latest first. */
export function ChitsSheet({ picture }: { picture: BoardPicture }) {
  const { t } = useSpeech();
  const { here } = usePaperTools();
  const { canAnswer } = useActions();
  const lines = usePaperLines(here, canAnswer);
  const [open, setOpen] = useState<ChitId | null>(null);
  const chits = useLook(useCallback((state: State) => chitRows(state, here), [here]));
  return (
    <Sheet title={t('paper.title')} why={t('paper.why')}>
      {lines.length > 0 && <p className={css.heading}>{t('paper.owed')}</p>}
      {lines.map((line) => (
        <div key={keyOf(line)} className={cls(css.line, isGrave(line) && css.grave)} data-testid="paper-owed">
          <LineWords line={line} />
          <PaperAnswers line={line} />
        </div>
      ))}
      {here === null && <PrinterRows />}
      {here !== null && <OwnTickets picture={picture} here={here} />}
      {chits.length > 0 && <p className={css.heading}>{t('paper.list')}</p>}
      {chits.map((row) => (
        <Row
          key={row.chit.id}
          row={row}
          isOpen={open === row.chit.id}
          onPress={() => setOpen(open === row.chit.id ? null : row.chit.id)}
        />
      ))}
      {chits.length === 0 && (
        <p className={sheet.empty}>
          <b>{t('paper.none')}</b> {t('paper.noneWhy')}
        </p>
      )}
    </Sheet>
  );
}

/** Stable while the line stands. */
function keyOf(line: PaperLine): string {
  const of = 'chit' in line ? line.chit : 'station' in line ? line.station : line.printer;
  const more = 'weight' in line ? line.weight : 'ticket' in line ? line.ticket : '';
  return `${line.kind}:${of}:${more}`;
}

/** A station has no open tile: here it asks for paper of what it has on its board. */
function OwnTickets({ picture, here }: { picture: BoardPicture; here: StationId }) {
  const { t } = useSpeech();
  const tiles = picture.board.tiles.filter(({ station }) => station === here);
  if (tiles.length === 0) return null;
  return (
    <>
      <p className={css.heading}>{t('paper.tickets')}</p>
      {tiles.map((tile) => (
        <div
          key={tile.ticketId}
          className={sheet.row}
          data-testid="chit-ticket"
          data-ticket-id={tile.externalId}
        >
          <p className={sheet.name}>{tile.title}</p>
          <ChitButton ticket={tile.ticketId} station={here} isNamed={false} />
        </div>
      ))}
    </>
  );
}

function Row({ row, isOpen, onPress }: { row: ChitRow; isOpen: boolean; onPress: () => void }) {
  const { chit, titles, fate, again } = row;
  const speech = useSpeech();
  const { t, time, stationName } = speech;
  const printer = usePicture(({ config }) => config.printers.find(({ id }) => id === chit.printer)?.name);
  const { settledAt, sentAt, queuedAt, trouble } = chit;
  const at = time(fate === 'queued' ? queuedAt : (settledAt ?? sentAt ?? queuedAt));
  const isOver = fate === 'printed' || fate === 'dropped' || fate === 'again';
  const isDoubtful = !isOver && fate !== 'sending' && (fate !== 'queued' || trouble !== null);
  return (
    <div className={sheet.row} data-testid="chit" data-state={fate} data-number={chit.number}>
      <div>
        <p className={sheet.name}>
          {t('paper.row', { number: chit.number, station: stationName(chit.station) })}{' '}
          {titles !== '' && <span className={sheet.detail}>{titles}</span>}
        </p>
        <p className={sheet.detail}>
          {[
            t(`paper.kind.${chit.kind}`),
            reasonWords(chit, speech),
            printer ?? chit.printer,
            ...(chit.isByStation ? [t('paper.byStation')] : []),
          ].join(' · ')}
        </p>
      </div>
      {/* A reason is long, and whose slip it is must be read beside it. */}
      <p className={cls(css.state, isDoubtful && trouble !== null && sheet.wide)}>
        <span className={cls(fate === 'printed' ? css.onPaper : isDoubtful && css.doubt)}>
          {t(`paper.said.${fate}`, { time: at, again: again ?? '' })}
        </span>
        {trouble !== null && !isOver && (
          <span className={sheet.detail}> {troubleWords(trouble, speech)}</span>
        )}
      </p>
      <Press
        zone={`chit-look:${chit.id}`}
        testId="chit-show"
        className={cls(sheet.button, isOpen && sheet.chosen)}
        act={onPress}
      >
        {t(isOpen ? 'paper.hide' : 'paper.show')}
      </Press>
      {isOpen && <ChitLook chit={chit} />}
    </div>
  );
}

function reasonWords({ reason: { kind, since, by }, queuedAt }: Chit, { t, time }: Speech): string {
  if (kind === 'asked' && by !== null) return t('paper.reason.askedBy', { by });
  return t(`paper.reason.${kind}`, { time: time(since ?? queuedAt) });
}
