import { useCallback, useState } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useTick } from '../../../ui/useTick.ts';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import css from './PartyCard.module.css';
import { type StepName, stepCommand, stepsOf } from './partySteps.ts';

/** The likely next step in front, those that are less likely beside it. Each is undone by name, so none asks twice. `isMain`: no SEAT stands beside it. */
export function StepButtons({ party, isMain = false }: { party: Party; isMain?: boolean }) {
  const { t } = useSpeech();
  const port = usePort();
  const { send } = useDesk();
  const isToday = useLook(useCallback(({ day }: State) => party.live.day <= day, [party]));
  const [isCounting, setCounting] = useState(false);
  // As a string: it is drawn again only when another step is next.
  const order = useTick((now) => {
    const { next, others } = stepsOf(party, now, isToday);
    return [next ?? '', ...others].join(' ');
  });
  const [next = '', ...others] = order.split(' ') as (StepName | '')[];
  const press = (step: StepName, seen: number) => {
    setCounting(step === 'partly' && !isCounting);
    if (step !== 'partly') send(stepCommand(step, party, { seen, now: port.now() }));
  };
  const button = (step: StepName, isNext: boolean) => (
    <Press
      key={step}
      zone={`step:${party.id}:${step}`}
      testId={`step-${step}`}
      className={cls(
        sheet.button,
        isNext && (isMain ? sheet.main : sheet.chosen),
        step === 'partly' && isCounting && sheet.main,
      )}
      act={({ seen }) => press(step, seen)}
    >
      {t(`host.step.${step}`)}
    </Press>
  );
  return (
    <>
      <div className={css.steps}>
        {next !== '' && button(next, true)}
        {others.flatMap((step) => (step === '' ? [] : [button(step, false)]))}
      </div>
      {isCounting && <HowMany party={party} done={() => setCounting(false)} />}
    </>
  );
}

/** PARTLY: how many of them are here. */
function HowMany({ party, done }: { party: Party; done: () => void }) {
  const { t } = useSpeech();
  const { send } = useDesk();
  const counts = Array.from({ length: Math.min(party.live.covers - 1, 20) }, (_, index) => index + 1);
  return (
    <div>
      <p className={sheet.heading}>{t('host.book.howMany', { covers: party.live.covers })}</p>
      <div className={sheet.choices}>
        {counts.map((arrived) => (
          <Press
            key={arrived}
            zone={`here:${party.id}:${arrived}`}
            testId={`here-${arrived}`}
            className={cls(sheet.count, party.live.arrived === arrived && sheet.main)}
            act={({ seen }) => {
              send({ type: 'party.arrive', party: party.id, arrived, seen });
              done();
            }}
          >
            {arrived}
          </Press>
        ))}
      </div>
    </div>
  );
}
