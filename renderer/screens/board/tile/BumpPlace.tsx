import { memo, useEffect, useRef, useState } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { BarPress } from '../bar/BarPress.tsx';
import { PlaceKey } from '../bar/PlaceKey.tsx';
import { useActions } from '../boardActions.ts';
import { placeKey } from '../boardLayout.ts';
import { LANDED_MS } from '../PressGuard.ts';
import { useSheet } from '../sheet/sheetContext.ts';
import { tileKey } from '../tileKey.ts';
import { allergyAndSeat } from './allergyWords.ts';
import css from './BumpPlace.module.css';
import { useDownStation } from './DownMark.tsx';

/** While hearing is owed this place is the hearing, at full size; BUMP comes only some time after, so that a double tap cannot do both. */
export const BumpPlace = memo(function BumpPlace({ tile }: { tile: TileView }) {
  const speech = useSpeech();
  const { t } = speech;
  const actions = useActions();
  const { place } = tile;
  const isJustHeard = useIsJustHeard(place.kind);
  const downStation = useDownStation(tile);
  const at = placeKey({ kind: 'tile', id: tileKey(tile) });

  if (place.kind === 'none') return null;
  if (place.kind === 'hear' && downStation !== null) return <TakeOver place={at} station={downStation} />;
  if (place.kind === 'hear') {
    const owed = tile.bands.filter(({ key }) => place.allergies.includes(key));
    const allergies = owed.map((band) => allergyAndSeat(speech, band)).join(', ');
    return (
      <BarPress
        place={at}
        zone={tileKey(tile)}
        testId="ack-allergy"
        className={cls(css.place, css.hear, place.weight === 'ask' && css.ask)}
        act={(down) => actions.hear(tile, down)}
      >
        <span>
          <Shape name="allergy" className={css.shape} /> {t('allergy.hear', { allergies })}
        </span>
      </BarPress>
    );
  }
  if (isJustHeard)
    return (
      <div className={cls(css.place, css.justHeard)}>
        <PlaceKey place={at} />
        <span>
          <Shape name="ready" /> {t('allergy.heardNow')}
        </span>
      </div>
    );
  const waitsFor = place.blockedBy;
  return (
    <BarPress
      place={at}
      zone={tileKey(tile)}
      testId="bump"
      className={cls(css.place, css.bump, tile.isReady && css.ready)}
      isBlocked={waitsFor !== null}
      act={(down) => actions.bump(tile, down)}
    >
      <span>{t('place.bump', { title: tile.title })}</span>
      {waitsFor !== null && (
        <span className={css.waits}>
          {t(waitsFor === 'stop' ? 'place.waitsStop' : 'place.waitsConflict')}
        </span>
      )}
    </BarPress>
  );
});

/** An allergy is heard by who cooks there: this screen may become that station, in two taps. */
function TakeOver({ place, station }: { place: string; station: TileView['station'] }) {
  const { t, stationName } = useSpeech();
  const { show } = useSheet();
  return (
    <BarPress
      place={place}
      zone={`take-over:${station}`}
      testId="take-over"
      className={cls(css.place, css.hear)}
      act={() => show({ kind: 'screen' })}
    >
      <span>
        <Shape name="allergy" className={css.shape} /> {t('down.hear', { station: stationName(station) })}
      </span>
    </BarPress>
  );
}

function useIsJustHeard(kind: TileView['place']['kind']): boolean {
  const [before, setBefore] = useState(kind);
  const [isJustHeard, setJustHeard] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Decided while rendering, so that no frame shows a BUMP that must not be pressed yet.
  if (before !== kind) {
    setBefore(kind);
    setJustHeard(before === 'hear' && kind === 'bump');
  }
  useEffect(() => {
    if (!isJustHeard) return undefined;
    timer.current = setTimeout(() => setJustHeard(false), LANDED_MS);
    return () => clearTimeout(timer.current);
  }, [isJustHeard]);
  return isJustHeard;
}
