import { useCallback, useMemo } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { type HandOffOrder, handOffList } from '../../../shared/domain/selectors/handOffList.ts';
import { usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { useSoundOfChange } from '../../ui/useSoundOfChange.ts';
import { Empty } from '../board/Empty.tsx';
import { sender } from '../board/makeActions.ts';
import { useRefusals } from '../board/useRefusals.ts';
import { GoTo } from '../list/GoTo.tsx';
import { ListScreen } from '../list/ListScreen.tsx';
import { useOffer } from '../list/useOffer.ts';
import css from './HandOff.module.css';
import { handOffSound } from './handOffSound.ts';
import { OrderCard } from './OrderCard.tsx';
import { answerOf, type Pressed } from './packCommands.ts';

const look = (state: State, config: HouseConfig, now: number) => handOffList(state, config, now);

/** `/expo?view=handoff`: takeout and delivery until somebody has them. One press a step; each may be undone, or pressed again. */
export function HandOffScreen() {
  const port = usePort();
  const { t } = useSpeech();
  const orders = useLook(look);
  const [note, refuse] = useRefusals();
  const zones = useMemo(() => orders.map(({ ticketId }) => ticketId), [orders]);
  const [offer, setOffer] = useOffer<Offer>();
  useSoundOfChange(orders, handOffSound);
  const send = useMemo(() => sender({ port, refuse }), [port, refuse]);
  const press = useCallback(
    (order: HandOffOrder, { command, undo }: Pressed, seen: number) => {
      send(order.ticketId, command(seen), () => setOffer(null));
      setOffer({ title: order.title, undo });
    },
    [send, setOffer],
  );
  const answer = useCallback(
    (order: HandOffOrder, question: string, said: 'allergy' | 'taste', seen: number) =>
      send(order.ticketId, answerOf(order, question, said, seen)),
    [send],
  );
  const undo = () => {
    if (offer) send(null, offer.undo(port.get().seq));
    setOffer(null);
  };
  return (
    <ListScreen
      name={t('handoff.list')}
      undo={offer && { words: t('handoff.undoOf', { title: offer.title }), act: undo }}
      note={note === null ? null : t(note.key, note.values)}
      cards={zones}
      refuse={refuse}
      buttons={
        <>
          <GoTo path="/expo?view=run" words={t('pass.runners')} />
          <GoTo path="/expo" words={t('footer.expo')} />
        </>
      }
    >
      {orders.length === 0 ? (
        <Empty title={t('handoff.none')} why={t('handoff.noneWhy')} />
      ) : (
        <main className={css.cards}>
          {orders.map((order) => (
            <OrderCard key={order.ticketId} order={order} press={press} answer={answer} />
          ))}
        </main>
      )}
    </ListScreen>
  );
}

interface Offer {
  readonly title: string;
  readonly undo: Pressed['undo'];
}
