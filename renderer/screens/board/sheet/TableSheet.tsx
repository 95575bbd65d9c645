import { Fragment, useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { reviewTile } from '../../../../shared/domain/selectors/reviewTile.ts';
import type { TicketId } from '../../../../shared/lib/ids.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { CourseRow } from '../../expo/CourseRow.tsx';
import { MoveWork } from '../../expo/MoveWork.tsx';
import { OneByOne } from '../../expo/OneByOne.tsx';
import { OpenBlock } from '../../expo/OpenBlock.tsx';
import { PlanCourse } from '../../expo/PlanCourse.tsx';
import { StationTalk } from '../../expo/StationTalk.tsx';
import { TableAllergies } from '../../expo/TableAllergies.tsx';
import { KeyedSections } from '../../keying/KeyedSections.tsx';
import type { BoardTools } from '../boardTools.ts';
import { TicketChits } from '../paper/TicketChits.tsx';
import { AllergyBands } from '../tile/AllergyBands.tsx';
import { headWords } from '../tile/headWords.ts';
import { Labels } from '../tile/Labels.tsx';
import { PaperMarks } from '../tile/PaperMarks.tsx';
import { CallBacks } from './CallBacks.tsx';
import { HandOff } from './HandOff.tsx';
import { Refires } from './Refires.tsx';
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
      <TableAllergies tile={tile} tools={tools} />
      <CallBacks ticket={ticket} tools={tools} />
      {tile.courses.map(({ number }) => (
        <Fragment key={number}>
          <CourseRow tile={tile} number={number} />
          <PlanCourse tile={tile} number={number} tools={tools} />
        </Fragment>
      ))}
      <OpenBlock ticket={ticket} />
      <OneByOne ticket={ticket} courses={tile.courses} tools={tools} />
      <StationTalk tile={tile} tools={tools} />
      <Rush tile={tile} tools={tools} />
      {tile.head.table !== null && <Away tile={tile} table={tile.head.table} tools={tools} />}
      {tile.head.table === null && <HandOff tile={tile} tools={tools} />}
      <KeyedSections tile={tile} send={tools.send} />
      <TicketChits ticket={ticket} here={null} />
      <MoveWork ticket={ticket} tools={tools} />
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
