import { useState } from 'react';
import { knownDishes } from '../../../shared/config/dishRoutes.ts';
import type { HouseConfig, RouteConfig } from '../../../shared/config/houseConfig.ts';
import { useSpeech, wordFor } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Chips, type Option, SelectField, TextField } from './fields.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

export type Condition = 'categories' | 'courses' | 'channels' | 'menuItems';

export const CHANNELS = ['dine_in', 'takeout', 'delivery', 'drive_thru', 'bar', 'catering'];
const COURSES = [0, 1, 2, 3, 4, 5, 6];
/** More than these are found by name, not by eye. */
const MOST_CHIPS = 12;

/** What a rule asks of one side of an item: any of the chosen. Words the POS has not used yet can be written in. */
export function RuleCondition(props: {
  condition: Condition;
  joint: string;
  route: RouteConfig;
  onChange: (part: Partial<RouteConfig>) => void;
  onDrop: () => void;
}) {
  const { condition, joint, route, onChange, onDrop } = props;
  const speech = useSpeech();
  const { t } = speech;
  const { draft } = useSection();
  const what = t(`setup.routing.${condition === 'menuItems' ? 'dishes' : condition}`);
  return (
    <div className={css.field} data-testid={`condition-${condition}`}>
      <div className={cls(css.row, css.spread)}>
        <span>
          <span className={css.joint}>{joint}</span> <b>{what}</b>
        </span>
        <button type="button" className={css.button} onClick={onDrop}>
          {t('setup.routing.take', { what })}
        </button>
      </div>
      {condition === 'courses' ? (
        <Chips
          label={what}
          options={COURSES.map((course) => ({
            value: course,
            label: course === 0 ? t('setup.routing.course0') : String(course),
          }))}
          chosen={route.courses ?? []}
          onChange={(courses) => onChange({ courses })}
        />
      ) : (
        <Words
          what={what}
          known={knownOptions(
            draft,
            condition,
            (channel) => wordFor(speech, 'channel', channel),
            speech.locale,
          )}
          chosen={route[condition] ?? []}
          onChange={(chosen) => onChange({ [condition]: chosen })}
        />
      )}
      {route[condition]?.length === 0 && <p className={css.bad}>{t('setup.routing.empty')}</p>}
    </div>
  );
}

function Words(props: {
  what: string;
  known: readonly Option<string>[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { what, known, chosen, onChange } = props;
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const names = new Map(known.map(({ value, label }) => [value, label]));
  const isLong = known.length > MOST_CHIPS;
  const shown = isLong
    ? chosen.map((value) => ({ value, label: names.get(value) ?? value }))
    : [...known, ...chosen.filter((value) => !names.has(value)).map((value) => ({ value, label: value }))];
  const add = (value: string) => {
    if (value !== '' && !chosen.includes(value)) onChange([...chosen, value]);
  };
  return (
    <>
      {shown.length > 0 && <Chips label={what} options={shown} chosen={chosen} onChange={onChange} />}
      {isLong && (
        <SelectField
          label={t('setup.routing.other', { what })}
          value=""
          options={[{ value: '', label: '–' }, ...known.filter(({ value }) => !chosen.includes(value))]}
          onChange={add}
        />
      )}
      {!isLong && (
        <form
          className={cls(css.row, css.ends)}
          onSubmit={(event) => {
            event.preventDefault();
            add(typed.trim());
            setTyped('');
          }}
        >
          <div className={css.grow}>
            <TextField
              label={t('setup.routing.other', { what })}
              value={typed}
              testId="other-value"
              onChange={setTyped}
            />
          </div>
          <button type="submit" className={css.button} disabled={typed.trim() === ''}>
            {t('setup.add')}
          </button>
        </form>
      )}
    </>
  );
}

function knownOptions(
  config: HouseConfig,
  condition: Exclude<Condition, 'courses'>,
  channelName: (channel: string) => string,
  locale: string,
): Option<string>[] {
  if (condition === 'channels') {
    return CHANNELS.map((channel) => ({ value: channel, label: channelName(channel) }));
  }
  const dishes = knownDishes(config);
  if (condition === 'menuItems') {
    // Two POSs may give one id to two dishes; a rule names the id alone, so it is shown once.
    return [...new Map(dishes.map(({ id, name }) => [id, { value: id, label: name }])).values()];
  }
  return categoriesOf(config, locale).map((category) => ({ value: category, label: category }));
}

/** As the menus and the rules name them. */
export function categoriesOf(config: HouseConfig, locale: string): string[] {
  const named = [
    ...knownDishes(config).flatMap(({ category }) => category ?? []),
    ...config.routes.flatMap(({ categories = [] }) => categories),
  ];
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, locale));
}
