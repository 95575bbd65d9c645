import type { LineView } from '../../../../shared/domain/selectors/boardView.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import css from './StationParts.module.css';

/** Expo: each station of the dish and how far it is. */
export function StationParts({ line }: { line: LineView }) {
  const { t, stationName, time } = useSpeech();
  const down = usePicture((picture) => picture.down);
  const downWords = (station: string) => {
    const one = down.find((entry) => entry.station === station);
    if (one === undefined) return '';
    if (one.shownAt === null) return ` ${t('down.part')}`;
    return ` ${t('down.partAt', { at: stationName(one.shownAt) })}`;
  };
  return (
    <ul className={css.parts}>
      {line.parts.map(({ station, state, at }) => (
        <li key={station} className={cls(css.part, css[state])}>
          {state === 'ready' && <Shape name="ready" />} {stationName(station)}
          {state !== 'ready' && downWords(station)}{' '}
          {at === null || state === 'fired'
            ? t(`expo.part.${state}`)
            : t('expo.partAt', { state: t(`expo.part.${state}`), time: time(at) })}
        </li>
      ))}
    </ul>
  );
}
