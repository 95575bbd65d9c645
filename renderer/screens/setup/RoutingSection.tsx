import { dishRoutes } from '../../../shared/config/dishRoutes.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { RouteTrial } from './RouteTrial.tsx';
import { RuleCard } from './RuleCard.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';
import { isForEverything, moved } from './stationEdits.ts';

export function RoutingSection() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { routes, stations } = draft;
  const lost = dishRoutes(draft).filter(({ why }) => why.kind === 'nobody');
  const add = () =>
    edit((config) => {
      const [first] = config.stations;
      if (!first) return config;
      const rule = { categories: [], stations: [first.id] };
      // Before the rule that takes everything: after it, it would never count.
      const at = config.routes.findIndex(isForEverything);
      const next = [...config.routes];
      next.splice(at === -1 ? next.length : at, 0, rule);
      return { ...config, routes: next };
    });
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.routing.title')}</h1>
      <p className={css.why}>{t('setup.routing.why')}</p>
      {routes.length === 0 && <p className={css.note}>{t('setup.routing.noRules')}</p>}
      <ol className={css.list}>
        {routes.map((route, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          <li key={at}>
            <RuleCard
              route={route}
              at={at}
              onChange={(next) => edit((config) => ({ ...config, routes: config.routes.with(at, next) }))}
              onMove={(by) => edit((config) => ({ ...config, routes: moved(config.routes, at, by) }))}
              onRemove={() =>
                edit((config) => ({ ...config, routes: config.routes.filter((_, other) => other !== at) }))
              }
            />
          </li>
        ))}
      </ol>
      <div>
        <button
          type="button"
          className={cls(css.button, css.primary)}
          disabled={stations.length === 0}
          data-testid="add-rule"
          onClick={add}
        >
          {t('setup.routing.addRule')}
        </button>
      </div>
      {lost.length > 0 && (
        <section className={css.note} aria-label={t('setup.routing.lost', { count: lost.length })}>
          <h2 className={css.subtitle}>{t('setup.routing.lost', { count: lost.length })}</h2>
          <p>{t('setup.routing.lostWhy')}</p>
          <ul className={css.plain} data-testid="lost-dishes">
            {lost.map(({ dish }) => (
              <li key={dish.key}>{dish.category === null ? dish.name : `${dish.name} (${dish.category})`}</li>
            ))}
          </ul>
        </section>
      )}
      <RouteTrial />
    </div>
  );
}
