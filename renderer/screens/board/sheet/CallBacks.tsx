import { useCallback } from 'react';
import { type CallBack, callBacks } from '../../../../shared/domain/model/callBack.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { TicketId } from '../../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardTools } from '../boardTools.ts';
import { allergyAndSeat } from '../tile/allergyWords.ts';
import { callBackOf } from '../tileCommands.ts';
import css from './Sheet.module.css';

/** An allergy that a station on paper or down cannot press for itself: called out and heard back, one press a station. */
export function CallBacks({ ticket, tools }: { readonly ticket: TicketId; readonly tools: BoardTools }) {
  const { t } = useSpeech();
  const down = usePicture((picture) => picture.down);
  const owed = useLook(
    useCallback(
      (state: State) => {
        const open = state.tickets.get(ticket);
        return open === undefined ? [] : callBacks(open, new Set(down.map(({ station }) => station)));
      },
      [ticket, down],
    ),
  );
  if (owed.length === 0) return null;
  return (
    <section className={css.section} data-testid="call-backs">
      <p className={css.heading}>{t('callBack.why')}</p>
      <div className={css.choices}>
        {owed.map((one) => (
          <CallBackButton key={one.station} ticket={ticket} owed={one} tools={tools} />
        ))}
      </div>
    </section>
  );
}

function CallBackButton(props: {
  readonly ticket: TicketId;
  readonly owed: CallBack;
  readonly tools: BoardTools;
}) {
  const { ticket, owed, tools } = props;
  const speech = useSpeech();
  const port = usePort();
  const { station, allergies } = owed;
  const what = allergies.map((allergy) => allergyAndSeat(speech, allergy)).join(' · ');
  return (
    <Press
      zone={`call-back:${ticket}:${station}`}
      testId="call-back"
      className={cls(css.button, css.main)}
      data={{ 'data-station': station }}
      act={() => tools.send(null, callBackOf({ ...owed, ticket }, port.get().seq))}
    >
      {speech.t('callBack.press', { station: speech.stationName(station), allergies: what })}
    </Press>
  );
}
