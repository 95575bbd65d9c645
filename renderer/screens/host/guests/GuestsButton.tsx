import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import css from './Guests.module.css';

/** To everybody the house remembers. */
export function GuestsButton() {
  const { t } = useSpeech();
  const { open } = useDesk();
  return (
    <Press
      zone="guests"
      testId="guests"
      className={`${sheet.button} ${css.open}`}
      act={() => open({ kind: 'guests' })}
    >
      {t('host.guests.open')}
    </Press>
  );
}
