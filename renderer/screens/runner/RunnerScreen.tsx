import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import {
  checkedPlates,
  type Plate,
  type RunnerCard,
  runnerList,
} from '../../../shared/domain/selectors/runnerList.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { useGlass } from '../../theme/useGlass.ts';
import { handClock } from '../../ui/handClock.ts';
import { Press } from '../../ui/press/Press.tsx';
import { PressWatch } from '../../ui/press/PressWatch.ts';
import { PressProvider, usePageContacts } from '../../ui/press/pressContext.ts';
import { playSound } from '../../ui/sounds.ts';
import { Empty } from '../board/Empty.tsx';
import footer from '../board/footer/Footer.module.css';
import { LinkState } from '../board/footer/LinkState.tsx';
import { SoundHint } from '../board/footer/SoundHint.tsx';
import { sender } from '../board/makeActions.ts';
import { UNDO_MS } from '../board/places.ts';
import hole from '../board/tile/Hole.module.css';
import { useRefusals } from '../board/useRefusals.ts';
import { useSoundPlace } from '../board/useSoundPlace.ts';
import { runCourse, type UndoRun, undoRun } from '../expo/runCommands.ts';
import { Card } from './Card.tsx';
import css from './RunnerScreen.module.css';
import { runnerSound } from './runnerSound.ts';

const PASS = { kind: 'expo' } as const;

const look = (state: State, config: HouseConfig) => runnerList(state, config);

/** `/expo?view=run`: what is to be carried, to which table and seat. A press is taken: the plates have gone out. */
export function RunnerScreen() {
  const port = usePort();
  const { t } = useSpeech();
  const { glass } = useGlass();
  const cards = useLook(look);
  const hasPass = usePicture(({ config }) => config.pass === 'expo');
  const [note, refuse] = useRefusals();
  const [taken, setTaken] = useState<Taken | null>(null);
  const pxPerMm = useRef(glass.pxPerMm);
  useEffect(() => {
    pxPerMm.current = glass.pxPerMm;
  }, [glass]);
  const [watch] = useState(
    () =>
      new PressWatch(handClock, {
        pxPerMm: () => pxPerMm.current,
        onFingers: () => undefined,
        seen: () => port.get().seq,
      }),
  );
  usePageContacts(watch);
  useSoundPlace(PASS);
  useSoundOf(cards);
  useEffect(() => {
    if (taken === null) return undefined;
    const timer = setTimeout(() => setTaken(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [taken]);

  const send = useMemo(() => sender({ port, refuse }), [port, refuse]);
  const take = useCallback(
    (card: RunnerCard, plates: readonly Plate[], seen: number) => {
      send(card.key, runCourse(card, plates, card.course, false, seen, checkedPlates(plates)), () =>
        setTaken(null),
      );
      setTaken({ title: card.title, undo: undoRun(card, plates) });
    },
    [send],
  );
  const undo = () => {
    if (taken) send(null, { ...taken.undo, seen: port.get().seq });
    setTaken(null);
  };
  return (
    <PressProvider value={watch}>
      <div className={css.screen}>
        {cards.length === 0 ? (
          <Empty title={t('pass.runEmpty')} why={t(hasPass ? 'pass.runEmptyWhy' : 'pass.runNoPass')} />
        ) : (
          <main className={css.cards}>
            {cards.map((card) => (
              <Card key={card.key} card={card} onTake={take} />
            ))}
          </main>
        )}
        <footer className={footer.footer}>
          {taken !== null && (
            <Press zone="runner:undo" testId="undo" className={hole.undo} act={undo}>
              <span>{t('place.undo', { title: taken.title })}</span>
              <span className={hole.bar} style={{ animationDuration: `${UNDO_MS}ms` }} />
            </Press>
          )}
          <Said words={note === null ? null : t(note.key, note.values)} />
          <div className={footer.row}>
            <div className={footer.station}>
              <h1 className={footer.name}>{t('pass.runners')}</h1>
              <LinkState />
            </div>
            <SoundHint />
            <div className={footer.buttons}>
              <Press zone="runner:expo" className={footer.button} act={() => window.location.assign('/expo')}>
                {t('footer.expo')}
              </Press>
            </div>
          </div>
        </footer>
      </div>
    </PressProvider>
  );
}

interface Taken {
  readonly title: string;
  readonly undo: UndoRun;
}

/** Why a press was not done; else that the board may be old. */
function Said({ words }: { words: string | null }) {
  const { t, time } = useSpeech();
  const port = usePort();
  const isLost = usePicture(({ link }) => link === 'lost');
  if (words === null && !isLost) return null;
  return (
    <p className={css.said} role="alert" data-testid="alert">
      {words ?? t('link.lostTitle', { time: time(port.now() - port.ageMs()) })}
    </p>
  );
}

function useSoundOf(cards: readonly RunnerCard[]): void {
  const before = useRef(cards);
  useEffect(() => {
    const sound = runnerSound(before.current, cards);
    before.current = cards;
    if (sound !== null) playSound(sound);
  }, [cards]);
}
