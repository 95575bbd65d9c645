import { memo, useMemo } from 'react';
import { usePicture } from '../../app/portContext.ts';
import { useSoundOfChange } from '../../ui/useSoundOfChange.ts';
import { useActions } from './boardActions.ts';
import { isForHere } from './footer/alertPlace.ts';
import { type HouseNews, houseSound } from './houseSounds.ts';
import { graveKey, isGrave } from './paper/paperFor.ts';
import { usePaperTools } from './paper/paperTools.ts';
import { usePaperLines } from './paper/usePaperLines.ts';

/** Draws nothing: the sounds of what the lines above the footer say. */
export const HouseSounds = memo(function HouseSounds() {
  const isLoaded = usePicture((picture) => picture.isLoaded);
  const link = usePicture((picture) => picture.link);
  const isPosLost = usePicture(({ pos }) => pos !== null);
  const house = usePicture((picture) => picture.alerts);
  const { here } = usePaperTools();
  const { canAnswer } = useActions();
  const paper = usePaperLines(here, canAnswer);
  const news = useMemo((): HouseNews => {
    const read = Object.values(house).filter((alert) => isForHere(alert, canAnswer));
    const alerts = [...read.map(({ code }) => code), ...paper.filter(isGrave).map(graveKey)];
    return { isLoaded, link, isPosLost, alerts };
  }, [isLoaded, link, isPosLost, house, paper, canAnswer]);
  useSoundOfChange(news, houseSound);
  return null;
});
