import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type LaterOrder, laterList } from '../../../../shared/domain/selectors/laterList.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech, wordFor } from '../../../app/words.ts';
import { useTick } from '../../../ui/useTick.ts';
import { CustomerName } from '../tile/CustomerName.tsx';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';

/** Orders that wait for their release; nothing of them is fired. */
export function LaterSheet({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  const station = place.kind === 'expo' ? null : place.station;
  const orders = useLook(
    useCallback(
      (state: State, _config: HouseConfig, now: number) => laterList(state, station, now),
      [station],
    ),
  );
  return (
    <Sheet title={t('later.title', { count: orders.length })} why={t('later.why')}>
      {orders.length === 0 && <p className={css.empty}>{t('later.none')}</p>}
      {orders.map((order) => (
        <Row key={order.ticketId} order={order} />
      ))}
    </Sheet>
  );
}

const MINUTE_MS = 60_000;

function Row({ order }: { order: LaterOrder }) {
  const speech = useSpeech();
  const { t, time } = speech;
  const minutes = useTick((now) => Math.max(0, Math.ceil((order.releaseAt - now) / MINUTE_MS)));
  const { head } = order;
  return (
    <div className={css.row} data-testid="later-order">
      <div>
        <p className={css.name}>{order.title}</p>
        <p className={css.detail}>
          <CustomerName customer={order.customer} /> {wordFor(speech, 'channel', head.channel)}
          {order.promisedAt !== null && ` · ${t('tile.readyBy', { time: time(order.promisedAt) })}`}
          {` · ${t('place.items', { count: order.portions })}`}
        </p>
      </div>
      <p className={css.name}>
        {time(order.releaseAt)} <span className={css.detail}>{t('tile.comingUpIn', { count: minutes })}</span>
      </p>
    </div>
  );
}
