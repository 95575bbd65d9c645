import { useMemo, useState } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { dishOnMenu } from '../../../shared/config/menuLookup.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { type DishView, dishList } from '../../../shared/domain/selectors/eightySix.ts';
import { usePicture } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import list from '../board/sheet/EightySix.module.css';
import { byShownName, nameOf, Standing } from '../board/sheet/EightySixSheet.tsx';
import { FindKeys } from '../board/sheet/FindKeys.tsx';
import { isFound } from '../board/sheet/find.ts';
import sheet from '../board/sheet/Sheet.module.css';
import { seatWord } from '../board/tile/allergyWords.ts';
import { Choices, Typed } from './Choices.tsx';
import css from './Key.module.css';
import { type ChangeDraft, type KeyDraft, seatsOf, withDish } from './keyDraft.ts';

/** Where the menu says no course: the first that waits for nobody. */
const FIRST_COURSE = 1;
const AS_MENU = -1;
export const COURSES = [0, 1, 2, 3, 4, 5] as const;

/** What is pressed next is for this seat and course, until another is chosen: a table is taken down guest by guest. */
export function KeyDishes({ draft, change }: { draft: KeyDraft; change: ChangeDraft }) {
  const speech = useSpeech();
  const { t } = speech;
  const config = usePicture((picture) => picture.config);
  const known = useLook(allDishes);
  const dishes = useMemo(() => [...known].sort(byShownName(speech)), [known, speech]);
  const [seat, setSeat] = useState<number | null>(null);
  const [course, setCourse] = useState<number>(AS_MENU);
  const [category, setCategory] = useState<string | null>(null);
  const [find, setFind] = useState('');
  const [typed, setTyped] = useState('');
  const categories = [...new Set(dishes.flatMap((dish) => dish.category ?? []))].sort((a, b) =>
    a.localeCompare(b, speech.locale),
  );
  const ofKind = dishes.filter((dish) => category === null || dish.category === category);
  const shown = ofKind.filter((dish) => isFound(nameOf(dish, speech), find));
  const add = (
    dish: Pick<DishView, 'names'> & { readonly dish: Partial<DishView['dish']> & { name: string } },
  ) => {
    const { source = null, menuItemId = null, name } = dish.dish;
    const onMenu = source === null ? null : dishOnMenu(config, source, menuItemId);
    const number = course === AS_MENU ? (onMenu?.course ?? FIRST_COURSE) : course;
    change((all) => withDish(all, { source, menuItemId, name, names: dish.names, seat, course: number }));
  };
  const courseWords = (number: number) =>
    number === 0 ? t('course.zero') : t('course.numbered', { number: String(number) });
  return (
    <>
      <Choices
        name="seat"
        title={t('keying.seatAsk')}
        choices={[null, 0, ...seatsOf(draft)].map((value) => ({
          value,
          words: value === null ? t('keying.nobody') : seatWord(speech, value),
        }))}
        chosen={seat}
        onChosen={setSeat}
      />
      <Choices
        name="course"
        title={t('keying.courseAsk')}
        choices={[AS_MENU, ...COURSES].map((value) => ({
          value,
          words: value === AS_MENU ? t('keying.courseMenu') : courseWords(value),
        }))}
        chosen={course}
        onChosen={setCourse}
      />
      {categories.length > 1 && (
        <Choices
          name="category"
          title={t('keying.category')}
          choices={[null, ...categories].map((value) => ({ value, words: value ?? t('keying.all') }))}
          chosen={category}
          onChosen={setCategory}
        />
      )}
      <FindKeys typed={find} names={ofKind.map((dish) => nameOf(dish, speech))} onTyped={setFind} />
      <p className={css.hint}>{t('keying.find')}</p>
      <ul className={list.list}>
        {shown.map((dish) => (
          <li key={dish.key}>
            <Press
              zone={`key:dish:${dish.key}`}
              testId="key-dish"
              className={list.dish}
              act={() => add(dish)}
            >
              <span className={list.name}>{nameOf(dish, speech)}</span>
              <Standing dish={dish} />
            </Press>
          </li>
        ))}
      </ul>
      <section className={sheet.section}>
        <Typed
          name="typed-dish"
          title={t('keying.typedDish')}
          className={css.typed}
          value={typed}
          onTyped={setTyped}
        />
        <div className={sheet.choices}>
          <Press
            zone="key:add"
            testId="key-add-typed"
            className={sheet.button}
            isBlocked={typed.trim() === ''}
            act={() => {
              if (typed.trim() === '') return;
              add({ dish: { name: typed.trim() }, names: null });
              setTyped('');
            }}
          >
            {t('keying.addTyped')}
          </Press>
        </div>
      </section>
    </>
  );
}

const allDishes = (state: State, house: HouseConfig) => dishList(state, house, null);
