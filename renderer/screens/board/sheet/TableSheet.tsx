import { useCallback, useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { reviewTile } from '../../../../shared/domain/selectors/reviewTile.ts';
import type { TicketId } from '../../../../shared/lib/ids.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { CourseRow } from '../../expo/CourseRow.tsx';
import type { BoardTools } from '../boardTools.ts';
import { TicketChits } from '../paper/TicketChits.tsx';
import { AllergyBands } from '../tile/AllergyBands.tsx';
import { seatRuns } from '../tile/allergyWords.ts';
import { headWords } from '../tile/headWords.ts';
import { Labels } from '../tile/Labels.tsx';
import { PaperMarks } from '../tile/PaperMarks.tsx';
import { HandOff } from './HandOff.tsx';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';

interface TableProps {
  readonly tile: TileView;
  readonly tools: BoardTools;
}

/** Expo's open tile: what concerns the whole table, one touch each. */
export function TableSheet({ ticket, tools }: { ticket: TicketId; tools: BoardTools }) {
  const speech = useSpeech();
  const { t } = speech;
  const tile = useLook(
    useCallback((state: State, config: HouseConfig) => reviewTile(state, ticket, null, config), [ticket]),
  );
  if (!tile)
    return (
      <Sheet title={t('table.title')}>
        <p className={css.empty}>{t('rejection.not_found')}</p>
      </Sheet>
    );
  return (
    <Sheet
      title={
        tile.head.table === null
          ? t('tile.number', { number: tile.title })
          : t('table.of', { title: tile.title })
      }
      why={headWords(tile, speech)}
    >
      <Labels tile={tile} />
      <PaperMarks tile={tile} />
      <AllergyBands bands={tile.bands} />
      {tile.courses.map(({ number }) => (
        <CourseRow key={number} tile={tile} number={number} />
      ))}
      <Rush tile={tile} tools={tools} />
      {tile.head.table !== null && <Away tile={tile} table={tile.head.table} tools={tools} />}
      {tile.head.table === null && <HandOff tile={tile} tools={tools} />}
      <TicketChits ticket={ticket} here={null} />
      <Refires tile={tile} tools={tools} />
    </Sheet>
  );
}

function Rush({ tile, tools }: TableProps) {
  const { t } = useSpeech();
  const isRush = tile.rushAt !== null;
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('table.rushWhy')}</p>
      <div className={css.choices}>
        <Press
          zone="table:rush"
          testId="rush"
          className={cls(css.button, !isRush && css.main)}
          act={() =>
            tools.send(null, {
              type: 'ticket.rush',
              ticket: tile.ticketId,
              priority: isRush ? 'normal' : 'rush',
            })
          }
        >
          {t(isRush ? 'table.rushOff' : 'tile.rush')}
        </Press>
      </div>
    </section>
  );
}

const REASONS = ['speeches', 'outside', 'late_guests'] as const;

function Away({ tile, table, tools }: TableProps & { readonly table: string }) {
  const { t } = useSpeech();
  const hold = (reason: string | null) =>
    tools.send(null, { type: 'table.hold', table, reason, until: null });
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('table.awayWhy')}</p>
      <div className={css.choices}>
        {tile.away === null ? (
          <>
            <Press zone="table:away" testId="away" className={css.button} act={() => hold(null)}>
              {t('table.away')}
            </Press>
            {REASONS.map((reason) => (
              <Press
                key={reason}
                zone={`table:away:${reason}`}
                className={css.button}
                act={() => hold(reason)}
              >
                {t(`table.awayFor.${reason}`)}
              </Press>
            ))}
          </>
        ) : (
          <Press
            zone="table:back"
            testId="back"
            className={cls(css.button, css.main)}
            act={() => tools.send(null, { type: 'table.resume', table })}
          >
            {t('table.back')}
          </Press>
        )}
      </div>
    </section>
  );
}

/** Food that has been fired can be made again, as waste and never as a sale. */
function Refires({ tile, tools }: TableProps) {
  const { t } = useSpeech();
  const food = tile.lines.filter(({ state }) => state !== 'held' && state !== 'void');
  if (food.length === 0) return null;
  return (
    <section>
      <p className={cls(css.section, css.heading)}>{t('table.refireWhy')}</p>
      {food.map((line) => (
        <Refire key={line.key} tile={tile} line={line} tools={tools} />
      ))}
    </section>
  );
}

const WHY = ['wrong_temp', 'wrong_dish', 'dropped', 'cold', 'sent_back', 'allergy', 'other'] as const;

function Refire({ tile, line, tools }: TableProps & { readonly line: LineView }) {
  const speech = useSpeech();
  const { t, language } = speech;
  const port = usePort();
  const [isOpen, setOpen] = useState(false);
  const [portion] = line.portions;
  if (!portion) return null;
  const refire = (reason: string) => {
    tools.send(null, {
      type: 'item.refire',
      ticket: tile.ticketId,
      item: portion.item,
      quantity: 1,
      reason,
      seen: port.get().seq,
    });
    setOpen(false);
  };
  return (
    <div className={css.row} data-testid="refire-row">
      <p className={css.name}>
        {line.quantity} {dishName(line, language)}{' '}
        {line.seats.length > 0 && <span className={css.detail}>{seatRuns(line.seats, speech)}</span>}
      </p>
      <Press
        zone={`refire:${line.key}`}
        testId="refire"
        className={cls(css.button, isOpen && css.chosen)}
        act={() => setOpen(!isOpen)}
      >
        {t('table.refireOne')}
      </Press>
      {isOpen && (
        <div className={cls(css.choices, css.wide)}>
          {WHY.map((reason) => (
            <Press
              key={reason}
              zone={`refire:${line.key}:${reason}`}
              testId={`refire-${reason}`}
              className={css.button}
              act={() => refire(reason)}
            >
              {t(`reason.${reason}`)}
            </Press>
          ))}
        </div>
      )}
    </div>
  );
}
