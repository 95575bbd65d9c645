import { useState } from 'react';
import { type Dish, knownDishes, routeDish } from '../../../shared/config/dishRoutes.ts';
import type { RouteReason } from '../../../shared/config/routing.ts';
import { useSpeech, wordFor } from '../../app/words.ts';
import { SelectField } from './fields.tsx';
import { CHANNELS, categoriesOf } from './RuleCondition.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const ANY = '';
const COURSES = ['0', '1', '2', '3', '4', '5', '6'];

/** Pick a dish and see where it goes, and why, by the rules as they stand on the page. */
export function RouteTrial() {
  const speech = useSpeech();
  const { t } = speech;
  const { draft } = useSection();
  const [dishId, setDishId] = useState(ANY);
  const [category, setCategory] = useState(ANY);
  const [course, setCourse] = useState('1');
  const [channel, setChannel] = useState('dine_in');
  const dishes = knownDishes(draft);
  const known = dishes.find(({ key }) => key === dishId);
  const dish: Dish = known ?? {
    key: ANY,
    source: null,
    id: ANY,
    name: ANY,
    category: category === ANY ? null : category,
    course: Number(course),
    posStations: [],
  };
  const { stations, handsOn, places, unknown, why } = routeDish(draft, dish, channel);
  const nameOf = (id: string) => draft.stations.find((station) => station.id === id)?.name ?? id;
  const isLost = unknown.length > 0 || stations.length === 0;
  const said = [...stations.filter((id) => !unknown.includes(id)).map(nameOf)];
  if (isLost) said.push(t('line.noStation'));
  return (
    <section className={css.card} aria-label={t('setup.routing.trial')} data-testid="route-trial">
      <h2 className={css.subtitle}>{t('setup.routing.trial')}</h2>
      <div className={css.two}>
        {dishes.length > 0 && (
          <SelectField
            label={t('setup.routing.trialDish')}
            value={known ? dishId : ANY}
            options={[
              { value: ANY, label: t('setup.routing.trialAny') },
              ...dishes.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            testId="trial-dish"
            onChange={setDishId}
          />
        )}
        {!known && (
          <SelectField
            label={t('setup.routing.trialCategory')}
            value={category}
            options={[
              { value: ANY, label: t('setup.routing.noCategory') },
              ...categoriesOf(draft, speech.locale).map((name) => ({ value: name, label: name })),
            ]}
            testId="trial-category"
            onChange={setCategory}
          />
        )}
        {!known && (
          <SelectField
            label={t('setup.routing.trialCourse')}
            value={course}
            options={COURSES.map((value) => ({
              value,
              label: value === '0' ? t('setup.routing.course0') : value,
            }))}
            onChange={setCourse}
          />
        )}
        <SelectField
          label={t('setup.routing.trialChannel')}
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: wordFor(speech, 'channel', value) }))}
          onChange={setChannel}
        />
      </div>
      <p data-testid="trial-answer" role="status">
        <b>
          {t('setup.routing.to', {
            stations: said.join(handsOn ? ' › ' : ' + '),
          })}
        </b>
        , {reasonOf(t, why)}.
        {places.map(
          ({ station, standsInFor }) =>
            standsInFor !== null && (
              <span key={station}>
                {' '}
                {t('setup.routing.viaClosed', { name: nameOf(standsInFor), standIn: nameOf(station) })}
              </span>
            ),
        )}
      </p>
      {dishes.length === 0 && <p className={css.quiet}>{t('setup.routing.noMenu')}</p>}
    </section>
  );
}

function reasonOf(t: ReturnType<typeof useSpeech>['t'], why: RouteReason): string {
  switch (why.kind) {
    case 'house':
      return t('setup.routing.byHouse');
    case 'pos':
      return t('setup.routing.byPos');
    case 'rule':
      return t('setup.routing.byRule', { rule: why.rule + 1 });
    case 'nobody':
      return t('setup.routing.byNobody');
    default:
      return why satisfies never;
  }
}
