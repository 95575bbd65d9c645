import { memo } from 'react';
import { createPortal } from 'react-dom';
import { usePicture } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import { FormerLine } from './FormerLine.tsx';
import css from './Promotion.module.css';
import { PromotionPage } from './PromotionPage.tsx';
import { usePromotion, useStanding } from './usePromotion.ts';

/** Beside the words that the hub is away: on a standby's own screen, the way to go on without it. */
export const PromotionOffer = memo(function PromotionOffer() {
  const link = usePicture(({ link: state }) => state);
  const { promotion, ask, close, begin } = usePromotion();
  const isUnderWay = promotion.step !== 'offer';
  return (
    <>
      <FormerLine />
      {link === 'lost' && !isUnderWay && <Offer ask={ask} />}
      {isUnderWay &&
        createPortal(<PromotionPage promotion={promotion} begin={begin} close={close} />, document.body)}
    </>
  );
});

function Offer({ ask }: { ask: () => void }) {
  const { t } = useSpeech();
  const standing = useStanding();
  if (standing === null) return null;
  if (standing.obstacle !== null)
    return <p className={css.obstacle}>{t(`promote.obstacle.${standing.obstacle}`)}</p>;
  return (
    <Press zone="promote" testId="promote-offer" className={css.offer} act={ask}>
      {t('promote.offer')}
    </Press>
  );
}
