import { useCallback, useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { allergyPlates, checkedPlate } from '../../../../shared/domain/selectors/allergyPlates.ts';
import { expoTile } from '../../../../shared/domain/selectors/expoTile.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { handClock } from '../../../ui/handClock.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { Down } from '../../../ui/press/PressWatch.ts';
import { useActions } from '../../board/boardActions.ts';
import { LANDED_MS } from '../../board/PressGuard.ts';
import sheet from '../../board/sheet/Sheet.module.css';
import { Sheet } from '../../board/sheet/Sheet.tsx';
import { type SheetName, useSheet } from '../../board/sheet/sheetContext.ts';
import { headWords } from '../../board/tile/headWords.ts';
import { Possible } from '../../board/tile/Possible.tsx';
import { mayPick } from '../picks.ts';
import { Plate, PlateName } from './Plate.tsx';
import css from './Plates.module.css';

type PlatesProps = Omit<Extract<SheetName, { kind: 'plates' }>, 'kind'>;

/** ALLERGY PLATES: what of a run is for whom, what it must not hold and who heard it. One press says they were looked at, and they go. */
export function PlatesSheet({ ticket, course, lines: keys, anyway }: PlatesProps) {
  const speech = useSpeech();
  const { t } = speech;
  const actions = useActions();
  const { close } = useSheet();
  const [openedAt] = useState(() => handClock.now());
  const look = useLook(
    useCallback((state: State, config: HouseConfig) => lookAt(state, config, ticket), [ticket]),
  );
  const lines = look?.tile.lines.filter((line) => keys.includes(line.key) && mayPick(line, course)) ?? [];
  const plates = look ? allergyPlates(look.record, lines) : [];
  if (!look || lines.length === 0)
    return (
      <Sheet title={t('plates.title')}>
        <p className={sheet.empty}>{t('plates.gone')}</p>
      </Sheet>
    );
  const { tile } = look;
  const isUnheard = plates.some(({ allergies }) => allergies.some(({ unheard }) => unheard.length > 0));
  const check = (down: Down) => {
    // The second tap of a double one was meant for RUN, and has read nothing.
    if (down.at - openedAt < LANDED_MS) return;
    actions.runChecked(tile, course, lines, anyway, plates.map(checkedPlate), down);
    close();
  };
  const asked = [
    ...tile.possible.map((possible) => ({ possible, line: null })),
    ...lines.flatMap((line) => line.possible.map((possible) => ({ possible, line }))),
  ];
  const foot =
    asked.length > 0 ? (
      <p className={css.waits}>{t('plates.askFirst')}</p>
    ) : isUnheard ? (
      <p className={css.waits}>{t('plates.unheard')}</p>
    ) : (
      <Press zone="plates:checked" testId="plates-checked" className={css.checked} act={check}>
        {plates.length > 0 ? t('plates.checked') : t('expo.run', { course: tile.title })}
      </Press>
    );
  return (
    <Sheet
      title={t('plates.of', { title: tile.title })}
      why={`${t('plates.why')} · ${headWords(tile, speech)}`}
      foot={foot}
    >
      {asked.map(({ possible, line }) => (
        <div key={possible.id} className={css.asked}>
          {line !== null && <PlateName line={line} quantity={line.quantity} />}
          <Possible tile={tile} possible={possible} />
        </div>
      ))}
      <ul className={css.plates}>
        {plates.map((plate) => (
          <Plate key={`${plate.portion.item}/${plate.portion.batch}`} plate={plate} />
        ))}
      </ul>
    </Sheet>
  );
}

function lookAt(state: State, config: HouseConfig, ticket: PlatesProps['ticket']) {
  const record = state.tickets.get(ticket);
  const tile = record && expoTile(record, config, state);
  return record && tile ? { record, tile } : null;
}
