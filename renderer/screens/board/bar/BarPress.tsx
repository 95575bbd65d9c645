import type { ReactNode } from 'react';
import { Press } from '../../../ui/press/Press.tsx';
import type { Down } from '../../../ui/press/PressWatch.ts';
import { BAR_PLACE } from './barGlass.ts';
import { PlaceKey } from './PlaceKey.tsx';

interface BarPressProps {
  /** `PlacedPlace.key`. */
  readonly place: string;
  readonly zone: string;
  readonly testId: string;
  readonly className?: string | undefined;
  readonly isBlocked?: boolean;
  readonly act: (down: Down) => void;
  readonly children: ReactNode;
}

/** The bump place of a tile, by finger or by its key, whatever it says at the moment. */
export function BarPress({ place, children, ...press }: BarPressProps) {
  return (
    <Press {...press} data={BAR_PLACE}>
      <PlaceKey place={place} />
      {children}
    </Press>
  );
}
