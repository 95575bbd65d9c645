import type { RouteConfig } from '../../../shared/config/houseConfig.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Chips } from './fields.tsx';
import { type Condition, RuleCondition } from './RuleCondition.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const CONDITIONS: readonly Condition[] = ['categories', 'courses', 'channels', 'menuItems'];

/** One rule as a sentence: when it is this, it goes there. */
export function RuleCard(props: {
  route: RouteConfig;
  at: number;
  onChange: (route: RouteConfig) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { route, at, onChange, onMove, onRemove } = props;
  const { t } = useSpeech();
  const { draft } = useSection();
  const { stations, routes } = draft;
  const nameOf = (id: string) => stations.find((one) => one.id === id)?.name ?? id;
  const inOrder = route.stations.map(nameOf).join(' › ');
  const rule = t('setup.routing.rule', { rule: at + 1 });
  const asked = CONDITIONS.filter((condition) => route[condition] !== undefined);
  const free = CONDITIONS.filter((condition) => route[condition] === undefined);
  const drop = (condition: Condition) => {
    const { [condition]: _, ...rest } = route;
    onChange(rest);
  };
  return (
    <section className={css.card} aria-label={rule} data-testid="rule">
      <div className={cls(css.row, css.spread)}>
        <h2 className={css.subtitle}>{rule}</h2>
        <div className={css.row}>
          <button
            type="button"
            className={css.button}
            disabled={at === 0}
            aria-label={`${t('setup.up')}: ${rule}`}
            onClick={() => onMove(-1)}
          >
            {t('setup.up')}
          </button>
          <button
            type="button"
            className={css.button}
            disabled={at === routes.length - 1}
            aria-label={`${t('setup.down')}: ${rule}`}
            onClick={() => onMove(1)}
          >
            {t('setup.down')}
          </button>
          <button
            type="button"
            className={css.button}
            aria-label={`${t('setup.remove')}: ${rule}`}
            onClick={onRemove}
          >
            {t('setup.remove')}
          </button>
        </div>
      </div>
      {asked.length === 0 && (
        <p>
          <span className={css.joint}>{t('setup.routing.when')}</span> <b>{t('setup.routing.everything')}</b>
        </p>
      )}
      {asked.map((condition, index) => (
        <RuleCondition
          key={condition}
          condition={condition}
          joint={index === 0 ? t('setup.routing.when') : t('setup.routing.and')}
          route={route}
          onChange={(part) => onChange({ ...route, ...part })}
          onDrop={() => drop(condition)}
        />
      ))}
      {free.length > 0 && (
        <div className={css.row}>
          <span className={css.joint}>{t('setup.routing.addCondition')}</span>
          {free.map((condition) => (
            <button
              key={condition}
              type="button"
              className={css.button}
              onClick={() => onChange({ ...route, [condition]: [] })}
            >
              {t(`setup.routing.${condition === 'menuItems' ? 'dishes' : condition}`)}
            </button>
          ))}
        </div>
      )}
      <div className={css.row}>
        <span className={css.joint}>{t('setup.routing.goes')}</span>
        <Chips
          label={`${rule}: ${t('setup.routing.goes')}`}
          options={stations.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={route.stations}
          // The last station stays: a rule to nowhere is removed as a rule.
          onChange={(chosen) => chosen.length > 0 && onChange({ ...route, stations: chosen })}
        />
      </div>
      {route.stations.length > 1 && (
        <label className={css.row}>
          <input
            type="checkbox"
            data-testid="hands-on"
            checked={route.handsOn === true}
            onChange={({ target }) => onChange({ ...route, handsOn: target.checked })}
          />
          <span>
            {t('setup.routing.handsOn')}
            {route.handsOn === true && <b> {inOrder}</b>}
          </span>
        </label>
      )}
    </section>
  );
}
