import { useEffect, useMemo, useState } from 'react';
import { CAP_MM, fontPx, TARGET_PX } from '../../../theme/physical.ts';
import { useGlass } from '../../../theme/useGlass.ts';
import type { WordSizes } from './fitWords.ts';
import { wordSizes } from './measureWords.ts';

/** What words measure on this glass. */
export function useWordSizes(): { sizes: WordSizes; targetPx: number } {
  const { glass } = useGlass();
  const [hasFace, setHasFace] = useState(() => document.fonts.status === 'loaded');
  // Before its own face is there a page measures with another one.
  useEffect(() => {
    if (hasFace) return;
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (!isGone) setHasFace(true);
    });
    return () => {
      isGone = true;
    };
  }, [hasFace]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with its own face everything is measured anew
  const sizes = useMemo(
    () =>
      wordSizes({
        numberPx: fontPx(glass, CAP_MM.large),
        wordPx: fontPx(glass, CAP_MM.small),
        unitPx: glass.pxPerMm * glass.distanceM,
        face: getComputedStyle(document.body).fontFamily,
      }),
    [glass, hasFace],
  );
  return { sizes, targetPx: TARGET_PX };
}
