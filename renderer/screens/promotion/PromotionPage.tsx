import { useEffect } from 'react';
import { Message } from '../../app/Message.tsx';
import { useSpeech } from '../../app/words.ts';
import css from './Promotion.module.css';
import { type Promotion, useStanding } from './usePromotion.ts';

const TITLE = 'promotion-title';

/** The whole glass: nobody should press a dish while the house changes its hub. */
export function PromotionPage(props: { promotion: Promotion; begin: () => void; close: () => void }) {
  useInertBoard();
  return (
    <div className={css.page} role="dialog" aria-modal="true" aria-labelledby={TITLE} data-testid="promote">
      <Step {...props} />
    </div>
  );
}

/** What lies under it takes neither a press nor the keyboard. */
function useInertBoard(): void {
  useEffect(() => {
    const board = document.getElementById('root');
    board?.toggleAttribute('inert', true);
    return () => void board?.toggleAttribute('inert', false);
  }, []);
}

function Step({ promotion, begin, close }: { promotion: Promotion; begin: () => void; close: () => void }) {
  const { t } = useSpeech();
  switch (promotion.step) {
    case 'offer':
      return null;
    case 'asked':
      return <Question begin={begin} close={close} />;
    case 'working':
      return <Message titleId={TITLE} title={t('promote.working')} why={t('promote.workingWhy')} />;
    case 'failed':
      return (
        <Message titleId={TITLE} title={t('promote.failed')} why={t('promote.failedWhy')}>
          <button type="button" onClick={close}>
            {t('promote.close')}
          </button>
        </Message>
      );
    case 'done':
      return <Done promotion={promotion} close={close} />;
    default:
      return promotion satisfies never;
  }
}

function Question({ begin, close }: { begin: () => void; close: () => void }) {
  const { t, time } = useSpeech();
  const at = useStanding()?.at ?? null;
  return (
    <Message
      titleId={TITLE}
      title={t('promote.question')}
      why={t('promote.questionWhy', { time: at === null ? '…' : time(at) })}
    >
      <button type="button" data-testid="promote-yes" onClick={begin}>
        {t('promote.yes')}
      </button>
      <button type="button" onClick={close}>
        {t('promote.no')}
      </button>
    </Message>
  );
}

function Done(props: { promotion: Extract<Promotion, { step: 'done' }>; close: () => void }) {
  const { t } = useSpeech();
  const { address, code } = props.promotion;
  return (
    <Message titleId={TITLE} title={t('promote.done')} why={t('promote.doneWhy')}>
      <div className={css.address}>
        {code !== null && (
          <img className={css.code} alt="" src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`} />
        )}
        <b data-testid="hub-address">{address}</b>
      </div>
      <button type="button" data-testid="promote-close" onClick={props.close}>
        {t('promote.close')}
      </button>
    </Message>
  );
}
