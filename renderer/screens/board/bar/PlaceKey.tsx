import { useSpeech } from '../../../app/words.ts';
import { keyLabel } from '../../../ui/bar/barKeys.ts';
import { cls } from '../../../ui/cls.ts';
import { useIsSelected, usePlaceKey } from './barContext.ts';
import css from './PlaceKey.module.css';

/** The key of the bump bar that selects this place: `6`, on the bump. Filled while it is selected. */
export function PlaceKey({ place }: { place: string }) {
  const speech = useSpeech();
  const key = usePlaceKey(place);
  const isSelected = useIsSelected(place);
  if (key === null) return null;
  return (
    <kbd className={cls(css.key, isSelected && css.selected)} data-testid="place-key">
      {keyLabel(key, speech)}
    </kbd>
  );
}
