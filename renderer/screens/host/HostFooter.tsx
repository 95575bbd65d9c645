import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { isSeated } from '../../../shared/domain/model/partyStates.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { kitchenLoad } from '../../../shared/domain/selectors/kitchenLoad.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import sheet from '../board/sheet/Sheet.module.css';
import { GuestsButton } from './guests/GuestsButton.tsx';
import { useDesk } from './hostContext.ts';
import css from './pace/Pace.module.css';
import { PaceChart } from './pace/PaceChart.tsx';
import { kitchenWords } from './pace/paceWords.ts';
import { UndoButton } from './seat/UndoButton.tsx';

function coversNow(state: State): number {
  let covers = 0;
  for (const { live } of state.parties.values()) if (isSeated(live)) covers += live.covers;
  return covers;
}

const seatsOf = (_state: State, { floor }: HouseConfig) =>
  floor.tables.reduce((sum, { seats }) => sum + seats, 0);

/** How full the house is, what the kitchen can take, and the presses that are always at hand. */
export function HostFooter() {
  const speech = useSpeech();
  const { t } = speech;
  const { open } = useDesk();
  const covers = useLook(coversNow);
  const seats = useLook(seatsOf);
  const loads = useLook(kitchenLoad);
  return (
    <footer className={css.footer}>
      <div className={css.figure} data-testid="covers">
        <small>{t('host.pace.covers')}</small>
        <b>{seats === 0 ? covers : t('host.pace.of', { covers, seats })}</b>
      </div>
      <div className={css.figure} data-testid="kitchen-load" data-pace={loads[0]?.pace ?? 'idle'}>
        <small>{t('host.pace.kitchen')}</small>
        <b className={cls(loads[0]?.pace === 'behind' && css.behind)}>{kitchenWords(speech, loads)}</b>
      </div>
      <PaceChart />
      <div className={css.acts}>
        <GuestsButton />
        <Press
          zone="walk-in"
          testId="walk-in"
          className={cls(sheet.button, sheet.main)}
          act={() => open({ kind: 'takeIn', as: 'walk_in' })}
        >
          {t('host.wait.add')}
        </Press>
        <UndoButton />
      </div>
    </footer>
  );
}
