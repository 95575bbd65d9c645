import { buildCardOf } from '../../../../shared/config/buildCard.ts';
import { usePicture } from '../../../app/portContext.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import { useActions } from '../boardActions.ts';
import { dishRefusal } from '../pressJudge.ts';
import { seatRuns } from '../tile/allergyWords.ts';
import { LineAllergies } from '../tile/LineAllergies.tsx';
import { Modifiers } from '../tile/Modifiers.tsx';
import { tileKey } from '../tileKey.ts';
import css from './DishSheet.module.css';
import { byDoneness, type DishRow, dishRows } from './dishRows.ts';
import sheet from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** One dish across the board: a grill works dishes, not tickets. Each line can be made ready from here as on its tile. */
export function DishSheet({ picture, dish }: { picture: BoardPicture; dish: string }) {
  const { t, language } = useSpeech();
  const { show } = useSheet();
  const rows = dishRows(picture.board.tiles, dish);
  const total = picture.board.allDay.find(({ key }) => key === dish);
  const known = total ?? rows[0]?.line;
  const doneness = byDoneness(rows);
  const allergy = total?.allergy ?? 0;
  const ref = rows[0]?.line.dishRef ?? null;
  const hasCard = usePicture(({ config }) => ref !== null && buildCardOf(config, ref) !== null);
  const name = known ? dishName(known, language) : dish;
  return (
    <Sheet
      title={
        <>
          {total !== undefined && <span className={css.total}>{total.cooking}</span>} {name}
        </>
      }
      why={
        total !== undefined && total.held > 0
          ? t('sheet.dishHeld', { count: total.held })
          : t('sheet.dishInOrder')
      }
      foot={
        <>
          {ref !== null && hasCard && (
            <Press
              zone="dish:card"
              testId="dish-card"
              className={sheet.place}
              act={() => show({ kind: 'card', dish: ref, names: known?.names ?? null, backTo: dish })}
            >
              {t('card.title')}
            </Press>
          )}
          <Press
            zone="dish:86"
            testId="dish-86"
            className={sheet.place}
            act={() => show({ kind: 'eightySixDish', dish, backTo: null })}
          >
            {t('eightySix.of', { dish: name })}
          </Press>
        </>
      }
    >
      {(doneness.length > 0 || allergy > 0) && (
        <p className={css.doneness}>
          {allergy > 0 && (
            <span className={css.blocked}>
              <Shape name="allergy" /> {t('allDay.allergy', { count: allergy })}
            </span>
          )}
          {doneness.map(({ option, left }) => (
            <span key={option ?? ''}>
              <b>{left}</b> {option ?? t('sheet.dishPlain')}
            </span>
          ))}
        </p>
      )}
      {rows.length === 0 && <p className={sheet.empty}>{t('sheet.dishNone')}</p>}
      {rows.map((row) => (
        <Row key={`${tileKey(row.tile)}:${row.line.key}`} row={row} />
      ))}
    </Sheet>
  );
}

function Row({ row: { tile, line } }: { row: DishRow }) {
  const speech = useSpeech();
  const { t } = speech;
  const actions = useActions();
  const isReady = line.state === 'ready' || line.state === 'run';
  const refusal = dishRefusal(line);
  const zone = `dish:${tileKey(tile)}:${line.key}`;
  const counted = line.ready > 0 && !isReady ? `${line.ready}/${line.quantity}` : `${line.quantity}`;
  return (
    <div className={sheet.row} data-testid="dish-row">
      <div>
        <p className={sheet.name}>
          <span className={css.quantity}>{counted}</span> <span className={css.table}>{tile.title}</span>{' '}
          {line.seats.length > 0 && <span className={css.seats}>{seatRuns(line.seats, speech)}</span>}
        </p>
        {line.allergies.length > 0 && <LineAllergies tile={tile} line={line} />}
        {line.modifiers.length > 0 && (
          <div className={css.modifiers}>
            <Modifiers modifiers={line.modifiers} />
          </div>
        )}
        {line.notes !== null && <p className={css.note}>“{line.notes}”</p>}
        {refusal !== null && (
          <p className={css.blocked}>
            <Shape name="allergy" /> {t(refusal)}
          </p>
        )}
      </div>
      <Press
        zone={zone}
        testId="dish-ready"
        className={cls(sheet.button, isReady && css.ready)}
        isBlocked={refusal !== null}
        hint={t(isReady ? 'line.dishBack' : 'line.dishReady', { dish: `${tile.title} ${line.name}` })}
        act={(down) => actions.dish(tile, line, down)}
      >
        {isReady ? (
          <span>
            <Shape name="ready" /> {t('state.ready')}
          </span>
        ) : (
          t('sheet.markReady')
        )}
      </Press>
    </div>
  );
}
