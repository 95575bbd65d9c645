import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import css from './Plated.module.css';
import { useTileNow } from './tileNow.ts';

const STEPS = [5, 10] as const;

/** `20 of 60 plated`, and the next five or ten of them with one press: at a station they are ready, at the pass they go out. */
export function Plated({ tile, line }: { tile: TileView; line: LineView }) {
  const { t } = useSpeech();
  const actions = useActions();
  const tileNow = useTileNow(tile);
  const isPass = actions.kind === 'expo';
  const run = line.portions.reduce((sum, portion) => sum + portion.run, 0);
  const left = isPass ? line.ready - run : line.quantity - line.ready;
  const canCount = isPass ? actions.canRun : !line.isBlocked;
  return (
    <div className={css.plated} data-testid="plated">
      <span>
        {t('line.plated', { ready: line.ready, all: line.quantity })}
        {isPass && run > 0 && ` · ${t('expo.runOf', { run, all: line.quantity })}`}
      </span>
      {canCount && left > 0 && (
        <span className={css.steps}>
          {STEPS.filter((step) => left >= step).map((step) => (
            <Press
              key={step}
              zone={tileKey(tile)}
              testId={`plus-${step}`}
              className={css.step}
              hint={t(isPass ? 'line.runMore' : 'line.plateMore', { count: step })}
              act={(down) => actions.count(tileNow(), line, step, down)}
            >
              +{step}
            </Press>
          ))}
        </span>
      )}
    </div>
  );
}
