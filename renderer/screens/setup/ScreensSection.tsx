import type { SetupState } from '../../../shared/protocol/setup.ts';
import { useSpeech } from '../../app/words.ts';
import { Choice } from './fields.tsx';
import { NewScreen } from './NewScreen.tsx';
import { ScreenList } from './ScreenList.tsx';
import css from './Setup.module.css';
import { StandbySection } from './StandbySection.tsx';
import { useSection } from './setupContext.ts';

export function ScreensSection() {
  const { t } = useSpeech();
  const { draft, state, edit } = useSection();
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.screens.title')}</h1>
      <p className={css.why}>{t('setup.screens.why')}</p>
      <section className={css.card} data-testid="reach">
        <Choice
          label={t('setup.screens.lan')}
          value={draft.network.lan ? 'lan' : 'this'}
          options={[
            { value: 'this', label: t('setup.screens.lanOff') },
            { value: 'lan', label: t('setup.screens.lanOn') },
          ]}
          onChange={(reach) =>
            edit((config) => ({ ...config, network: { ...config.network, lan: reach === 'lan' } }))
          }
        />
        <Reach state={state} />
        {state.addresses.length === 0 && <p className={css.bad}>{t('setup.screens.noNetwork')}</p>}
        {state.addresses.map((address) => (
          <p key={address} className={css.address}>
            {address}
          </p>
        ))}
      </section>
      <NewScreen />
      <ScreenList />
      <StandbySection />
    </div>
  );
}

/** What other devices find now, and what must be done so that they find what is wanted. */
function Reach({ state }: { state: SetupState }) {
  const { t } = useSpeech();
  const { isOnLan, isHostGiven, config } = state;
  if (isOnLan && config.network.lan) return <p className={css.good}>{t('setup.screens.lanYes')}</p>;
  if (!isOnLan && !config.network.lan) return <p className={css.note}>{t('setup.screens.lanNot')}</p>;
  const words = isHostGiven ? t('setup.screens.lanGiven') : t('setup.screens.lanRestart');
  return <p className={css.note}>{words}</p>;
}
