import type { Party, PartyCheck } from '../../../../shared/domain/model/party.ts';
import type { CardCourse, TableCard } from '../../../../shared/domain/selectors/tableCard.ts';
import { type Speech, useSpeech, wordFor } from '../../../app/words.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';
import css from './Seat.module.css';

/** How far the meal is; plates that stand on the table are said to be cleared here. */
export function TableCourses({ card }: { card: TableCard }) {
  const { t } = useSpeech();
  const { sitting, courses } = card;
  if (sitting === null || courses.length === 0) return null;
  return (
    <section className={frame.section}>
      <p className={frame.heading}>{t('host.table.courses')}</p>
      {courses.map((course) => (
        <CourseLine key={course.course} party={sitting} course={course} />
      ))}
    </section>
  );
}

function CourseLine({ party, course: one }: { party: Party; course: CardCourse }) {
  const { t, time } = useSpeech();
  const { send } = useDesk();
  const refusedNow = useRefusedNow();
  const { course, name, state, at } = one;
  const called = name ?? (course === 0 ? t('course.zero') : t('course.numbered', { number: course }));
  const since = at === null ? '' : time(at);
  return (
    <div className={css.line} data-testid="course" data-course={course} data-state={state}>
      <p className={css.grow}>
        <b>{called}</b> {t(`host.table.course.${state}`, { time: since })}
      </p>
      {state === 'run' && (
        <HostAct
          name={`clear:${course}`}
          testId="clear"
          words={t('host.table.clear')}
          refused={refusedNow('party.clear')}
          act={({ seen }) => send({ type: 'party.clear', party: party.id, course, seen })}
        />
      )}
    </div>
  );
}

/** What its checks came to when they were last put. */
export function TableChecks({ party }: { party: Party }) {
  const speech = useSpeech();
  const { checks } = party.live;
  if (checks.length === 0) return null;
  return (
    <section className={frame.section}>
      <p className={frame.heading}>{speech.t('host.table.checks')}</p>
      {checks.map((check) => (
        <p key={`${check.source}/${check.id}`} className={css.hint}>
          {checkWords(check, speech)}
        </p>
      ))}
    </section>
  );
}

function checkWords({ id, state, totalCents, currency, at }: PartyCheck, speech: Speech): string {
  const { locale, number, time } = speech;
  const total = totalCents === null ? null : totalCents / 100;
  const money =
    total === null
      ? null
      : currency === null
        ? number(total, 2)
        : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(total);
  return [id, wordFor(speech, 'host.table.check', state), money, time(at)]
    .filter((words) => words !== null)
    .join(' · ');
}
