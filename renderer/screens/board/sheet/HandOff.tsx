import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardTools } from '../boardTools.ts';
import css from './Sheet.module.css';

const STEPS = [
  ['packed', 'packedAt'],
  ['courier_here', 'courierHereAt'],
  ['handed_over', 'handedOverAt'],
  ['returned', 'returnedAt'],
] as const;

/** The way of an order out of the house. One press a step, and one press takes it back. */
export function HandOff({ tile, tools }: { tile: TileView; tools: BoardTools }) {
  const { t, time } = useSpeech();
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('handoff.title')}</p>
      <div className={css.choices}>
        {STEPS.map(([step, field]) => {
          const at = tile.handoff?.[field] ?? null;
          return (
            <Press
              key={step}
              zone={`handoff:${step}`}
              testId={`handoff-${step}`}
              className={cls(css.button, at !== null && css.chosen)}
              act={() =>
                tools.send(null, {
                  type: 'ticket.handoff',
                  ticket: tile.ticketId,
                  step,
                  isOn: at === null,
                })
              }
            >
              {at === null
                ? t(`handoff.${step}`)
                : t('handoff.undo', { step: t(`handoff.${step}`), time: time(at) })}
            </Press>
          );
        })}
      </div>
    </section>
  );
}
