import { Modifier } from '../../../../shared/domain/model/modifier.ts';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { seatWord } from './allergyWords.ts';
import { courseName } from './CourseStrip.tsx';
import css from './Line.module.css';

/** What the cook had read before, struck; the new value stands in its ordinary place. */
export function Change({ tile, line }: { tile: TileView; line: LineView }) {
  const speech = useSpeech();
  const { t, time } = speech;
  const was = Object.entries(line.was ?? {}).filter(([field]) => field !== 'names' && field !== 'menuItemId');
  return (
    <>
      <span className={css.changedMark}>
        <Shape name="changed" />{' '}
        {t('line.changed', { time: line.changedAt === null ? '' : time(line.changedAt) })}
      </span>
      {was.map(([field, value]) => (
        <span key={field} className={css.was}>
          {speech.has(`field.${field}`) ? t(`field.${field}`) : field}:{' '}
          <s>{oldValue(field, value, speech)}</s>{' '}
          {field === 'course' && t('line.nowWith', { course: nameOfCourse(tile, line.course, speech) })}
        </span>
      ))}
    </>
  );

  function nameOfCourse(of: TileView, number: number, words: Speech): string {
    return courseName(of.courses.find((course) => course.number === number) ?? { number, name: null }, words);
  }
}

function oldValue(field: string, value: unknown, speech: Speech): string {
  if (value === null || value === undefined || value === '') return speech.t('field.none');
  if (field === 'seat' && typeof value === 'number') return seatWord(speech, value);
  const modifiers = Modifier.array().safeParse(value);
  if (modifiers.success)
    return modifiers.data.map((one) => modifierText(one, speech)).join(' · ') || speech.t('field.none');
  return Array.isArray(value) ? value.join(', ') : `${value}`;
}

function modifierText(modifier: Modifier, speech: Speech): string {
  const { kind, name } = modifier;
  const verb =
    kind === null || kind === 'option'
      ? ''
      : `${speech.has(`verb.${kind}`) ? speech.t(`verb.${kind}`) : kind} `;
  const own = modifier.modifiers.map((one) => modifierText(one, speech)).join(', ');
  return `${verb}${name}${own === '' ? '' : ` (${own})`}`;
}
