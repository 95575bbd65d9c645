import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { LineView } from '../../../../shared/domain/selectors/boardView.ts';
import { seatsOfDish } from '../../../../shared/domain/selectors/seatsOfDish.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { allergenWord, seatRuns, seatWord } from '../tile/allergyWords.ts';
import { Modifiers } from '../tile/Modifiers.tsx';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import type { SheetName } from './sheetContext.ts';

type SeatsProps = Extract<SheetName, { kind: 'seats' }> & { readonly place: BoardPlace };

/** A dish of a large party, plate by plate: whose it is, what is changed on it, and whether it is ready. */
export function SeatsSheet({ place, ticket, station, dish, course }: SeatsProps) {
  const { t, language } = useSpeech();
  const isExpo = place.kind === 'expo';
  const look = useLook(
    useCallback(
      (state: State, config: HouseConfig) =>
        seatsOfDish(state, config, { ticket, station: isExpo ? null : station, dish, course }),
      [ticket, station, dish, course, isExpo],
    ),
  );
  const first = look?.lines[0];
  if (!look || !first)
    return (
      <Sheet title={t('table.title')}>
        <p className={css.empty}>{t('rejection.not_found')}</p>
      </Sheet>
    );
  const all = look.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const ready = look.lines.reduce((sum, line) => sum + line.ready, 0);
  return (
    <Sheet title={`${look.title} · ${dishName(first, language)}`} why={t('line.plated', { ready, all })}>
      {look.lines.map((line) => (
        <Plate key={line.key} line={line} />
      ))}
    </Sheet>
  );
}

function Plate({ line }: { line: LineView }) {
  const speech = useSpeech();
  const { t } = speech;
  const allergens = [...new Set(line.allergies.map(({ allergen }) => allergenWord(speech, allergen)))];
  const isReady = line.state === 'ready' || line.state === 'run';
  return (
    <div className={css.row} data-testid="seat-plate">
      <div>
        <p className={css.name}>
          {line.seats.length > 0 ? seatRuns(line.seats, speech) : seatWord(speech, null)}
          {line.quantity > 1 && ` · ${line.quantity}`}
        </p>
        {line.modifiers.length > 0 && <Modifiers modifiers={line.modifiers} />}
        {line.notes !== null && <p className={css.detail}>“{line.notes}”</p>}
        {allergens.length > 0 && (
          <p className={css.name}>
            <Shape name="allergy" /> {allergens.join(', ')}
          </p>
        )}
      </div>
      <p className={css.name}>
        {isReady && <Shape name="ready" />}{' '}
        {line.ready > 0 && line.ready < line.quantity
          ? t('line.plated', { ready: line.ready, all: line.quantity })
          : t(line.state === 'held' ? 'state.held' : `course.state.${isReady ? line.state : 'fired'}`)}
      </p>
    </div>
  );
}
