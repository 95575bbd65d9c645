import { useState } from 'react';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../../app/portContext.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardTools } from '../boardTools.ts';
import { seatRuns } from '../tile/allergyWords.ts';
import { REFIRE_REASONS, refireLine, refireQuantities } from './refireCommands.ts';
import css from './Sheet.module.css';

interface RefiresProps {
  readonly tile: TileView;
  readonly tools: BoardTools;
}

/** Food that has been fired can be made again, as waste and never as a sale. */
export function Refires({ tile, tools }: RefiresProps) {
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

function Refire({ tile, line, tools }: RefiresProps & { readonly line: LineView }) {
  const speech = useSpeech();
  const { t, language } = speech;
  const port = usePort();
  const [isOpen, setOpen] = useState(false);
  const choices = refireQuantities(line);
  const [first = 1] = choices;
  const [chosen, choose] = useState(first);
  // A portion may have gone since it was chosen.
  const quantity = choices.includes(chosen) ? chosen : first;
  const refire = (reason: string) => {
    for (const command of refireLine(tile, line, quantity, reason, port.get().seq)) tools.send(null, command);
    setOpen(false);
    choose(first);
  };
  return (
    <div className={css.row} data-testid="refire-row">
      <p className={css.name}>
        {line.quantity} {dishName(line, language)}{' '}
        {line.seats.length > 0 && <span className={css.detail}>{seatRuns(line.seats, speech)}</span>}
        {line.refire !== null && <span className={css.detail}> {t('line.refire')}</span>}
      </p>
      <Press
        zone={`refire:${line.key}`}
        testId="refire"
        className={cls(css.button, isOpen && css.chosen)}
        act={() => setOpen(!isOpen)}
      >
        {t('line.refire')}
      </Press>
      {isOpen && choices.length > 1 && (
        <div className={cls(css.choices, css.wide)}>
          {choices.map((count) => (
            <Press
              key={count}
              zone={`refire:${line.key}:${count}`}
              testId={`refire-count-${count}`}
              className={cls(css.count, count === quantity && css.chosen)}
              act={() => choose(count)}
            >
              {count}
            </Press>
          ))}
        </div>
      )}
      {isOpen && (
        <div className={cls(css.choices, css.wide)}>
          {REFIRE_REASONS.map((reason) => (
            <Press
              key={reason}
              zone={`refire:${line.key}:${reason}`}
              testId={`refire-${reason}`}
              className={css.button}
              act={() => refire(reason)}
            >
              {quantity === 1 ? t(`reason.${reason}`) : `${quantity} ${t(`reason.${reason}`)}`}
            </Press>
          ))}
        </div>
      )}
    </div>
  );
}
