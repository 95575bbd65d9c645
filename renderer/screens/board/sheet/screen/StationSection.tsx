import { usePicture } from '../../../../app/portContext.ts';
import type { BoardPlace } from '../../../../app/screenPort.ts';
import { useSpeech } from '../../../../app/words.ts';
import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';

/** Any screen becomes any station in two taps. The page loads anew: to the hub it is then a screen of that station. */
export function StationSection({ place }: { place: BoardPlace }) {
  const { t, stationName } = useSpeech();
  const stations = usePicture(({ config }) => config.stations);
  const here = place.kind === 'expo' ? '/expo' : `/kitchen/${place.station}`;
  const places = [
    ...stations.map(({ id }) => ({ path: `/kitchen/${id}`, name: stationName(id) })),
    { path: '/expo', name: t('footer.expo') },
    { path: '/expo?view=run', name: t('pass.runners') },
    { path: '/expo?view=handoff', name: t('handoff.list') },
  ];
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('sheet.station')}</p>
      <div className={css.choices}>
        {places.map(({ path, name }) => (
          <Press
            key={path}
            zone={`go:${path}`}
            className={cls(css.button, path === here && css.chosen)}
            act={() => {
              if (path !== here)
                window.location.assign(path.includes('?') ? path : path + window.location.search);
            }}
          >
            {name}
          </Press>
        ))}
      </div>
    </section>
  );
}
