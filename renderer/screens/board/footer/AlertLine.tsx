import { memo, useMemo, useRef } from 'react';
import type { Alert } from '../../../../shared/domain/model/state.ts';
import { alertKind, endsWhenSeen } from '../../../../shared/domain/model/state.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { dishName, type Speech, type Translate, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape, type ShapeName } from '../../../ui/Shape.tsx';
import { useAfterPaint } from '../../../ui/useAfterPaint.ts';
import { useTick } from '../../../ui/useTick.ts';
import { PromotionOffer } from '../../promotion/PromotionOffer.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import { useActions } from '../boardActions.ts';
import { PaperNews } from '../paper/PaperNews.tsx';
import { isGrave } from '../paper/paperFor.ts';
import { usePaperTools } from '../paper/paperTools.ts';
import { usePaperLines } from '../paper/usePaperLines.ts';
import { useSheet } from '../sheet/sheetContext.ts';
import { allergenWord } from '../tile/allergyWords.ts';
import css from './AlertLine.module.css';
import { isForHere } from './alertPlace.ts';
import { alertWords } from './alertWords.ts';
import { DownNote, useDownHere } from './DownNote.tsx';
import { Pages } from './Pages.tsx';
import { PosNote } from './PosNote.tsx';
import { ShortDishes } from './ShortDishes.tsx';
import { type Urgent, UrgentBook } from './UrgentBook.ts';
import { useWaitingPresses } from './useWaitingPresses.ts';

/** One line above the footer that always has its place, so that no alert ever moves a tile: no connection, else what waits elsewhere. */
export function AlertLine(props: {
  picture: BoardPicture;
  note: string | null;
  goTo: (page: number) => void;
}) {
  const { picture, note, goTo } = props;
  const link = usePicture(({ link: state }) => state);
  // What stands on other pages is gone through tile by tile: a frame later is soon enough. The count of them keeps step with the tiles.
  const painted = useAfterPaint(picture);
  return (
    <div className={cls(css.line, link === 'lost' && css.lost)}>
      <div className={css.words} role="status">
        {link === 'lost' ? (
          <Lost />
        ) : note === null ? (
          <News picture={painted} goTo={goTo} />
        ) : (
          <Note words={note} />
        )}
      </div>
      {link === 'lost' && note !== null && <Note words={note} />}
      <PromotionOffer />
      {link !== 'lost' && <PosNote />}
      <Pages picture={picture} goTo={goTo} />
    </div>
  );
}

function Note({ words }: { words: string }) {
  return (
    <p className={css.note} role="alert" data-testid="alert">
      {words}
    </p>
  );
}

function Lost() {
  const { t, time } = useSpeech();
  const port = usePort();
  const asOf = useTick((now) => time(now - port.ageMs()));
  const isOtherBuild = usePicture(() => port.trouble() === 'build');
  return (
    <div className={css.banner} role="alert" data-testid="alert">
      <b>{t(isOtherBuild ? 'link.updateTitle' : 'link.lostTitle', { time: asOf })}</b>
      <span>{t(isOtherBuild ? 'link.updateDo' : 'link.lostDo')}</span>
    </div>
  );
}

/** Food that must not be eaten goes before everything on the board; what ails the machine waits for a quiet moment. */
const News = memo(function News(props: { picture: BoardPicture; goTo: (page: number) => void }) {
  const alerts = usePicture((picture) => picture.alerts);
  const { canAnswer } = useActions();
  const urgent = Object.values(alerts).find((alert) => isForHere(alert, canAnswer));
  const isListed = usePicture(({ notDone }) => notDone.length > 0);
  const missed = usePicture(({ away }) => away?.lines.length ?? 0);
  const { open } = useSheet();
  if (urgent) return <HouseAlert alert={urgent} />;
  if (isListed) return <NotDoneLine />;
  if (missed > 0 && open?.kind !== 'away') return <AwayLine count={missed} />;
  return <UrgentNews {...props} />;
});

/** More do not fit beside SEEN and the pages in one large row of the narrowest glass that lies. */
const LONG_CHARACTERS = 44;

function HouseAlert({ alert }: { alert: Alert }) {
  const port = usePort();
  const speech = useSpeech();
  const isSeenByPress = endsWhenSeen(alert.code);
  const words = alertWords(alert, speech);
  const look = LOOKS[alertKind(alert.code)] ?? 'late';
  if (!isSeenByPress) {
    return (
      <p className={css.quiet} role="alert" data-testid="alert">
        {words}
      </p>
    );
  }
  return (
    <Press
      zone="house-alert"
      testId="alert"
      className={cls(css.urgent, css[look], words.length > LONG_CHARACTERS && css.long)}
      act={() => void port.press({ type: 'alert.see', code: alert.code })}
    >
      <span>
        <Shape name={ALERT_SHAPES[look]} /> {words}
      </span>
      <span className={css.more}>{speech.t('alert.seen')}</span>
    </Press>
  );
}

const LOOKS: Readonly<Record<string, 'allergy' | 'void'>> = {
  allergy_after_run: 'allergy',
  eighty_six: 'void',
};

const ALERT_SHAPES = { allergy: 'allergy', void: 'stop', late: 'alert' } as const satisfies Record<
  string,
  ShapeName
>;

/** More would grow the line over the bump places. */
const TITLES_IN_LINE = 5;

function NotDoneLine() {
  const { t } = useSpeech();
  const { show } = useSheet();
  const list = usePicture(({ notDone }) => notDone);
  // The reasons need more room than one line: they are on the sheet.
  const titles = [...new Set(list.flatMap(({ title }) => title ?? []))].slice(0, TITLES_IN_LINE);
  const words = t(list.length === 1 ? 'notDone.one' : 'notDone.many', { count: list.length });
  return (
    <Press
      zone="not-done"
      testId="not-done-line"
      className={css.urgent}
      act={() => show({ kind: 'notDone' })}
    >
      <span>
        <Shape name="stop" /> {[words, titles.join(', ')].filter((part) => part !== '').join(': ')}
      </span>
      <span className={css.more}>{t('notDone.show')}</span>
    </Press>
  );
}

/** What was missed and nobody has read, while another sheet lies over the board. */
function AwayLine({ count }: { count: number }) {
  const { t } = useSpeech();
  const { show } = useSheet();
  return (
    <Press zone="away" testId="away-line-open" className={css.urgent} act={() => show({ kind: 'away' })}>
      <span>
        <Shape name="away" /> {t('away.line', { count })}
      </span>
      <span className={css.more}>{t('away.show')}</span>
    </Press>
  );
}

function UrgentNews({ picture, goTo }: { picture: BoardPicture; goTo: (page: number) => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const second = useTick((now) => now);
  const book = useRef<UrgentBook>(null);
  book.current ??= new UrgentBook();
  const known = book.current;
  const urgent = useMemo(() => known.update(picture, second), [known, picture, second]);
  const [first, ...others] = urgent;
  const waiting = useWaitingPresses();
  const down = useDownHere(picture);
  const alerts = usePicture((state) => state.alerts);
  const ailment = Object.values(alerts).find(({ code }) => !endsWhenSeen(code));
  const { here } = usePaperTools();
  const { canAnswer } = useActions();
  const paper = usePaperLines(here, canAnswer);
  const [slip] = paper;
  // Before what merely stands on another page goes food that nobody may have; an allergy goes before both.
  const isSlipFirst = slip !== undefined && (!first || (isGrave(slip) && first.kind !== 'allergy'));
  if (isSlipFirst) return <PaperNews line={slip} />;
  if (!first && down.length > 0) return <DownNote down={down} />;
  if (!first && ailment) return <HouseAlert alert={ailment} />;
  if (!first && waiting > 0) return <p className={css.quiet}>{t('footer.pending', { count: waiting })}</p>;
  if (!first) return <ShortDishes otherwise={quietWords(picture, t)} />;
  return (
    <Press
      zone="urgent"
      testId="alert"
      className={cls(css.urgent, css[first.kind])}
      act={() => goTo(first.page)}
    >
      <span>
        <Shape name={SHAPES[first.kind]} /> {urgentWords(first, speech)}
      </span>
      {others.length > 0 && <span className={css.more}>{t('urgent.more', { count: others.length })}</span>}
    </Press>
  );
}

function quietWords({ pages, places, covered }: BoardPicture, t: Translate): string {
  if (places.length === 0 || covered > 0) return '';
  return t(pages > 1 ? 'footer.quiet' : 'footer.allHere');
}

const SHAPES: Record<Urgent['kind'], ShapeName> = {
  allergy: 'allergy',
  void: 'void',
  change: 'changed',
  question: 'note',
  asked: 'soon',
  note: 'note',
  rush: 'rush',
  late: 'late',
};

/** `VOID · 7 · Ribeye · page 2` */
function urgentWords(urgent: Urgent, speech: Speech): string {
  const { t, language } = speech;
  const what =
    urgent.allergen !== null
      ? allergenWord(speech, urgent.allergen)
      : urgent.line && dishName(urgent.line, language);
  const words = [t(`urgent.${urgent.kind}`), urgent.title, what, t('urgent.page', { page: urgent.page + 1 })];
  return words.filter((word) => word !== null).join(' · ');
}
