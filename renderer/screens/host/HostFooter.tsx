import { isSeated } from '../../../shared/domain/model/partyStates.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import css from './HostScreen.module.css';

function coversNow(state: State): number {
  let covers = 0;
  for (const { live } of state.parties.values()) if (isSeated(live)) covers += live.covers;
  return covers;
}

/** How full the house is, and the presses that are always at hand. */
export function HostFooter() {
  const { t } = useSpeech();
  const covers = useLook(coversNow);
  return <footer className={css.footer}>{t('host.covers', { count: covers })}</footer>;
}
