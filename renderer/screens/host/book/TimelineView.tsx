import { type CSSProperties, useCallback, useEffect, useRef } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import {
  type Timeline,
  type TimelineBar,
  type TimelineRow,
  timeline,
} from '../../../../shared/domain/selectors/timeline.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useTick } from '../../../ui/useTick.ts';
import { Empty } from '../../board/Empty.tsx';
import { useDesk } from '../hostContext.ts';
import { DayPicker } from './DayPicker.tsx';
import { NobodyOn } from './NobodyOn.tsx';
import css from './TimelineView.module.css';
import { hoursIn, lanesOf, sharesOf } from './timelineLayout.ts';
import { type PastParties, pastPerson, usePastDay } from './usePastDay.ts';

const dayOf = (state: State) => state.day;
const MINUTE_MS = 60_000;

/** Tables down, the evening across: who sits, who comes, until when, and what was promised twice. Heads stay while the rest is moved. */
export function TimelineView() {
  const { t } = useSpeech();
  const { day: picked, showDay } = useDesk();
  const today = useLook(dayOf);
  const day = picked ?? today;
  const past = usePastDay(day, today);
  const lines = useLook(
    useCallback(
      (state: State, config: HouseConfig, now: number) => {
        const gone = past.parties.filter(({ id }) => !state.parties.has(id));
        return timeline(state, config, now, day, gone);
      },
      [day, past],
    ),
  );
  // The plan of an empty evening to come is one to be filled; of one that is over nothing is to be seen.
  const isQuiet = day < today && isEmpty(lines);
  return (
    <div className={css.view}>
      <DayPicker day={day} today={today} onDay={showDay} />
      {lines.rows.length === 0 ? (
        <Empty isPart title={t('host.time.none')} why={t('host.time.noneWhy')} />
      ) : isQuiet ? (
        <NobodyOn isPast why={past.why} />
      ) : (
        <Plan key={day} lines={lines} isToday={day === today} past={past} />
      )}
    </div>
  );
}

const isEmpty = ({ rows, unplaced }: Timeline) =>
  unplaced.length === 0 && rows.every(({ bars }) => bars.length === 0);

function Plan({ lines, isToday, past }: { lines: Timeline; isToday: boolean; past: PastParties }) {
  const { t, time } = useSpeech();
  const { from, to, rows, unplaced } = lines;
  const hours = hoursIn(lines);
  const minute = useTick((now) => Math.floor(now / MINUTE_MS)) * MINUTE_MS;
  const now = sharesOf(lines, { from: minute, to: minute }).left;
  const page = useRef<HTMLDivElement>(null);
  const began = useRef(isToday ? now : 0);
  useEffect(() => {
    // What is over has gone by: the glass begins a little before now. Then it is where the hand has left it.
    const { current } = page;
    if (current) current.scrollLeft = began.current * current.scrollWidth - current.clientWidth / 3;
  }, []);
  const width = { '--time-hours': (to - from) / (60 * MINUTE_MS), '--time-now': now } as CSSProperties;
  return (
    <div
      ref={page}
      className={cls(css.page, !isToday && css.otherDay)}
      style={width}
      data-testid="timeline-view"
    >
      <div className={cls(css.row, css.heads)}>
        <span className={css.corner}>{t('host.time.tables')}</span>
        <div className={css.track}>
          {hours.map(({ at, left }) => (
            <span key={at} className={css.hour} style={{ left: percent(left) }}>
              {time(at)}
            </span>
          ))}
        </div>
      </div>
      {unplaced.length > 0 && (
        <Row lines={lines} past={past} row={{ table: '?', seats: 0, section: null, bars: unplaced }} />
      )}
      {rows.map((row) => (
        <Row key={row.table} lines={lines} past={past} row={row} />
      ))}
    </div>
  );
}

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

function Row({ lines, past, row }: { lines: Timeline; past: PastParties; row: TimelineRow }) {
  const { t } = useSpeech();
  const isUnplaced = row.table === '?';
  const lanes = lanesOf(row.bars);
  return (
    <div className={css.row} data-table={row.table}>
      <span className={css.table}>
        {isUnplaced ? <small>{t('host.time.unplaced')}</small> : row.table}
        {!isUnplaced && row.seats > 0 && <small>{t('host.time.seats', { count: row.seats })}</small>}
      </span>
      <div
        className={css.track}
        style={{ '--time-lanes': Math.max(1, ...lanes.map((lane) => lane + 1)) } as CSSProperties}
      >
        {row.bars.map((bar, index) => (
          <Bar key={bar.party} {...{ lines, past, bar, table: row.table }} lane={lanes[index] ?? 0} />
        ))}
        <span className={css.now} />
      </div>
    </div>
  );
}

function Bar(props: {
  readonly lines: Timeline;
  readonly past: PastParties;
  readonly bar: TimelineBar;
  readonly lane: number;
  readonly table: string;
}) {
  const { lines, past, bar, lane, table } = props;
  const { t, time } = useSpeech();
  const port = usePort();
  const { selected, select } = useDesk();
  const { left, width } = sharesOf(lines, bar);
  const isSelected = selected.party === bar.party;
  const held = bar.person && port.personal(bar.person.personId)?.name;
  const name = held || pastPerson(past, bar)?.name || t('host.walkIn');
  const hint = [
    t('host.book.coverCount', { count: bar.covers }),
    t('host.time.span', { from: time(bar.from), to: time(bar.to) }),
    t(`host.time.kind.${bar.kind}`),
    bar.isDouble ? t('host.time.double') : '',
  ];
  const style = { left: percent(left), width: percent(width), '--time-lane': lane } as CSSProperties;
  return (
    <Press
      zone={`bar:${table}:${bar.party}`}
      testId="bar"
      className={cls(css.bar, css[bar.kind], bar.isDouble && css.double, isSelected && css.selected)}
      hint={hint.filter((part) => part !== '').join(', ')}
      data={{ 'data-party': bar.party, 'data-double': `${bar.isDouble}` }}
      style={style}
      act={() => select({ party: isSelected ? null : bar.party })}
    >
      <span className={css.words}>
        {bar.isDouble && (
          <span className={css.twice}>
            <Shape name="alert" /> {t('host.time.twice')}{' '}
          </span>
        )}
        <b>{bar.covers}</b> {name} {bar.vip && <Shape name="vip" />}
      </span>
    </Press>
  );
}
