import { useCallback, useMemo } from 'react';
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
import { useSoundOfChange } from '../../ui/useSoundOfChange.ts';
import { Empty } from '../board/Empty.tsx';
import { sender } from '../board/makeActions.ts';
import { useRefusals } from '../board/useRefusals.ts';
import { runCourse, type UndoRun, undoRun } from '../expo/runCommands.ts';
import { GoTo } from '../list/GoTo.tsx';
import { ListScreen } from '../list/ListScreen.tsx';
import { useOffer } from '../list/useOffer.ts';
import { Card } from './Card.tsx';
import css from './RunnerScreen.module.css';
import { runnerSound } from './runnerSound.ts';

const look = (state: State, config: HouseConfig) => runnerList(state, config);

/** `/expo?view=run`: what is to be carried, to which table and seat. A press is taken: the plates have gone out. */
export function RunnerScreen() {
  const port = usePort();
  const { t } = useSpeech();
  const cards = useLook(look);
  const hasPass = usePicture(({ config }) => config.pass === 'expo');
  const [note, refuse] = useRefusals();
  const zones = useMemo(() => cards.map(({ key }) => key), [cards]);
  const [taken, setTaken] = useOffer<Taken>();
  useSoundOfChange(cards, runnerSound);

  const send = useMemo(() => sender({ port, refuse }), [port, refuse]);
  const take = useCallback(
    (card: RunnerCard, plates: readonly Plate[], seen: number) => {
      send(card.key, runCourse(card, plates, card.course, false, seen, checkedPlates(plates)), () =>
        setTaken(null),
      );
      setTaken({ title: card.title, undo: undoRun(card, plates) });
    },
    [send, setTaken],
  );
  const undo = () => {
    if (taken) send(null, { ...taken.undo, seen: port.get().seq });
    setTaken(null);
  };
  return (
    <ListScreen
      name={t('pass.runners')}
      undo={taken && { words: t('place.undo', { title: taken.title }), act: undo }}
      note={note === null ? null : t(note.key, note.values)}
      cards={zones}
      refuse={refuse}
      buttons={
        <>
          <GoTo path="/expo?view=handoff" words={t('handoff.list')} />
          <GoTo path="/expo" words={t('footer.expo')} />
        </>
      }
    >
      {cards.length === 0 ? (
        <Empty title={t('pass.runEmpty')} why={t(hasPass ? 'pass.runEmptyWhy' : 'pass.runNoPass')} />
      ) : (
        <main className={css.cards}>
          {cards.map((card) => (
            <Card key={card.key} card={card} onTake={take} />
          ))}
        </main>
      )}
    </ListScreen>
  );
}

interface Taken {
  readonly title: string;
  readonly undo: UndoRun;
}
