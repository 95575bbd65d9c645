import { useSpeech } from '../../../app/words.ts';
import css from './Refusal.module.css';

/** Over the tile's foot, where the finger was: why nothing happened. Moves nothing. */
export function Refusal({ words }: { words: string }) {
  const { t } = useSpeech();
  return (
    <p className={css.refusal} role="alert" data-testid="alert">
      <b>{t('refusal.title')}</b> {words}
    </p>
  );
}
