import { useEffect, useState } from 'react';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import css from './Promotion.module.css';
import { readFormer } from './promotionApi.ts';

/** Only a person ends it, on the page it leads to. */
const LOOK_EVERY_MS = 30_000;
const PAGE = '/former-hub';

/** On a device that was the hub and was replaced: what only it knew, until somebody has keyed that in. */
export function FormerLine() {
  const { t } = useSpeech();
  const toKeyIn = useToKeyIn();
  if (toKeyIn === 0) return null;
  return (
    <Press
      zone="former-hub"
      testId="former-hub"
      className={css.offer}
      act={() => window.location.assign(PAGE)}
    >
      {t('formerHub.line', { count: toKeyIn })}
    </Press>
  );
}

function useToKeyIn(): number {
  const [toKeyIn, setToKeyIn] = useState(0);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const former = await readFormer();
      if (!isGone && former !== null) setToKeyIn(former.toKeyIn);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, []);
  return toKeyIn;
}
