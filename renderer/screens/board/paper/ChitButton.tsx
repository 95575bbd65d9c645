import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import { printerOf } from '../../../../shared/config/printersFor.ts';
import type { Chit } from '../../../../shared/domain/model/chit.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { StationId, TicketId } from '../../../../shared/lib/ids.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../sheet/Sheet.module.css';
import css from './Chits.module.css';
import { usePaperTools } from './paperTools.ts';
import { troubleWords } from './paperWords.ts';

/** CHIT of one ticket for one station, and what becomes of it from the press to the paper. */
export function ChitButton(props: { ticket: TicketId; station: StationId; isNamed: boolean }) {
  const { ticket, station, isNamed } = props;
  const speech = useSpeech();
  const { t, stationName } = speech;
  const { send } = usePaperTools();
  const name = stationName(station);
  const hasPrinter = usePicture(({ config }) => printerOf(config, station) !== null);
  const latest = useLook(
    useCallback((state: State, _config: HouseConfig) => latestOf(state, ticket, station), [ticket, station]),
  );
  const isUnderWay = latest?.state === 'queued' || latest?.state === 'sending';
  return (
    <div className={css.ask}>
      <Press
        zone={`chit:${ticket}:${station}`}
        testId="chit-ask"
        className={cls(sheet.button, (!hasPrinter || isUnderWay) && css.blocked)}
        isBlocked={!hasPrinter || isUnderWay}
        data={{ 'data-station': station }}
        act={() => {
          if (hasPrinter && !isUnderWay) send(null, { type: 'chit.ask', ticket, at: station });
        }}
      >
        {isNamed ? t('paper.chitFor', { station: name }) : t('paper.chit')}
      </Press>
      <span className={sheet.detail} role="status" data-testid="chit-said">
        {!hasPrinter && t('paper.noPrinter', { station: name })}
        {hasPrinter && latest !== null && saidOf(latest, speech)}
      </span>
    </div>
  );
}

function latestOf({ chits }: State, ticket: TicketId, station: StationId): Chit | null {
  const own = Object.values(chits).filter(
    (chit) => chit.station === station && chit.parts.some((part) => part.ticket === ticket),
  );
  return own.sort((a, b) => b.queuedAt - a.queuedAt || b.number - a.number)[0] ?? null;
}

/** `chit 12 · printed 19:44`; what keeps it stands behind. */
export function saidOf(chit: Chit, speech: ReturnType<typeof useSpeech>): string {
  const { t, time } = speech;
  const at = chit.settledAt ?? chit.sentAt ?? chit.queuedAt;
  const said = t(`paper.said.${chit.state}`, { time: time(chit.state === 'queued' ? chit.queuedAt : at) });
  const waits = chit.state === 'queued' || chit.state === 'unknown' || chit.state === 'failed';
  const why = waits && chit.trouble !== null ? `: ${troubleWords(chit.trouble, speech)}` : '';
  return `${t('paper.slip', { number: chit.number, time: said })}${why}`;
}
