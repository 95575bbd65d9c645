import { useCallback, useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type Refirable, refireList } from '../../../../shared/domain/selectors/refireList.ts';
import { reviewTile } from '../../../../shared/domain/selectors/reviewTile.ts';
import type { StationId, TicketId } from '../../../../shared/lib/ids.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardTools } from '../boardTools.ts';
import { AllergyBands } from '../tile/AllergyBands.tsx';
import { headWords } from '../tile/headWords.ts';
import { FindKeys } from './FindKeys.tsx';
import { isFound } from './find.ts';
import { Refires } from './Refires.tsx';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { type SheetName, useSheet } from './sheetContext.ts';

/** A cook dropped it, or the table sent it back: first whose it is, live or bumped, then the dish, how many and why. */
export function RefireSheet(props: { place: BoardPlace; ticket: TicketId | null; tools: BoardTools }) {
  const { place, ticket, tools } = props;
  const station = place.kind === 'expo' ? null : place.station;
  if (ticket === null) return <Tickets station={station} />;
  return <OneTicket station={station} ticket={ticket} tools={tools} />;
}

function Tickets({ station }: { station: StationId | null }) {
  const { t } = useSpeech();
  const list = useLook(useCallback((state: State) => refireList(state, station), [station]));
  const [typed, setTyped] = useState('');
  const names = list.flatMap(({ title, number }) => [title, number]);
  const shown = list.filter(({ title, number }) => isFound(title, typed) || isFound(number, typed));
  return (
    <Sheet title={t('line.refire')} why={t('pass.refireWhose')} foot={<Back to={{ kind: 'recall' }} />}>
      {list.length > 0 && <FindKeys typed={typed} names={names} onTyped={setTyped} />}
      {list.length === 0 && <p className={css.empty}>{t('pass.refireNone')}</p>}
      {shown.map((entry) => (
        <Row key={entry.ticket} entry={entry} />
      ))}
    </Sheet>
  );
}

function Row({ entry }: { entry: Refirable }) {
  const { t, time, language } = useSpeech();
  const { show } = useSheet();
  const dishes = entry.dishes.map((dish) => `${dish.quantity} ${dishName(dish, language)}`).join(', ');
  return (
    <div className={css.row} data-testid="refirable">
      <div>
        <p className={css.name}>{entry.title}</p>
        <p className={css.detail}>
          {t('course.fired', { time: time(entry.firedAt) })}
          {entry.number !== entry.title && ` · ${t('tile.number', { number: entry.number })}`}
        </p>
        <p className={css.detail}>{dishes}</p>
      </div>
      <Press
        zone={`refire:${entry.ticket}`}
        testId="refire-ticket"
        className={cls(css.button, css.main)}
        act={() => show({ kind: 'refire', ticket: entry.ticket })}
      >
        {t('pass.refireOf', { title: entry.title })}
      </Press>
    </div>
  );
}

function Back({ to }: { to: SheetName }) {
  const { t } = useSpeech();
  const { show } = useSheet();
  return (
    <Press zone="refire:back" testId="refire-back" className={css.place} act={() => show(to)}>
      {t('sheet.back')}
    </Press>
  );
}

function OneTicket(props: { station: StationId | null; ticket: TicketId; tools: BoardTools }) {
  const { station, ticket, tools } = props;
  const speech = useSpeech();
  const { t } = speech;
  const tile = useLook(
    useCallback(
      (state: State, config: HouseConfig) => reviewTile(state, ticket, station, config),
      [ticket, station],
    ),
  );
  if (!tile)
    return (
      <Sheet title={t('line.refire')}>
        <p className={css.empty}>{t('rejection.not_found')}</p>
      </Sheet>
    );
  const foot = <Back to={{ kind: 'refire', ticket: null }} />;
  return (
    <Sheet title={t('pass.refireOf', { title: tile.title })} why={headWords(tile, speech)} foot={foot}>
      <AllergyBands bands={tile.bands} />
      <Refires tile={tile} tools={tools} />
    </Sheet>
  );
}
