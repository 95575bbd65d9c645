import { createContext, useContext, useSyncExternalStore } from 'react';
import { ownSettings } from '../../../app/ownSettings.ts';
import { useOwn } from '../../../app/useOwn.ts';
import { type BarAction, type BarKey, type BarKeys, placeAction } from '../../../ui/bar/barKeys.ts';
import type { BarHand } from './BarHand.ts';
import type { BarPlaces } from './barPlaces.ts';

/** A key was pressed while the keys are being learned. */
export type Learner = (key: BarKey) => void;

export interface Bar {
  readonly hand: BarHand;
  readonly places: BarPlaces;
  /** While somebody learns keys none of them does anything else. Returns the way to end it. */
  readonly learn: (learner: Learner) => () => void;
}

const BarContext = createContext<Bar | null>(null);
export const BarProvider = BarContext.Provider;

/** null: what is shown is only looked at. */
export function useBar(): Bar | null {
  return useContext(BarContext);
}

const never = () => () => undefined;

/** Draws again only when this place's own answer is another. */
export function useIsSelected(key: string): boolean {
  const bar = useBar();
  return useSyncExternalStore(bar?.hand.subscribe ?? never, () => bar?.hand.selected() === key);
}

/** The key of the cell in which a place has its bump; null: no bar is in use, or none of its keys is that cell's. */
export function usePlaceKey(key: string): BarKey | null {
  const bar = useBar();
  const { bar: use, barKeys } = useOwn();
  const number = useSyncExternalStore(bar?.places.subscribe ?? never, () =>
    bar === null || ownSettings().bar !== 'on' ? null : bar.places.numberOf(key),
  );
  return use !== 'on' || number === null ? null : firstKey(barKeys, placeAction(number));
}

const firstKey = (keys: BarKeys, action: BarAction): BarKey | null => keys[action]?.[0] ?? null;
