import { useCallback } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { doingRefusal } from './DoingsSheet.tsx';
import { offerWords } from './doingWords.ts';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';
import css from './Seat.module.css';
import { undoOffer } from './takeBack.ts';
import { useTakeBack } from './useTakeBack.ts';

/** UNDO names what it takes back: the last press of this screen that still stands. Before any it opens what was done this shift. */
export function UndoButton() {
  const speech = useSpeech();
  const { t } = speech;
  const { noted, forget, open } = useDesk();
  const takeBack = useTakeBack();
  const nameOf = usePartyName();
  const refusedNow = useRefusedNow();
  const confirmed = usePicture(({ seq }) => seq);
  const look = useCallback((state: State) => undoOffer(noted, state, confirmed), [noted, confirmed]);
  const offer = useLook(look);
  if (offer === null)
    return (
      <HostAct
        name="doings"
        words={t('host.undo.name')}
        detail={t('host.undo.list')}
        act={() => open({ kind: 'doings' })}
      />
    );
  const refused =
    doingRefusal(offer.refusal) ??
    offer.commands.map(({ type }) => refusedNow(type)).find((why) => why !== null) ??
    null;
  return (
    <div className={css.undo}>
      <HostAct
        name="undo"
        testId="undo"
        words={t('host.undo.name')}
        detail={offerWords(offer, speech, nameOf)}
        refused={refused}
        act={() => {
          forget(offer.noted, ...offer.parts.map(({ noted: one }) => one));
          takeBack(offer.commands);
        }}
      />
      <HostAct name="doings" words={t('host.undo.more')} act={() => open({ kind: 'doings' })} />
    </div>
  );
}
