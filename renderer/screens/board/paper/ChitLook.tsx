import { useCallback } from 'react';
import type { Chit } from '../../../../shared/domain/model/chit.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { PersonId } from '../../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { ChitPreview } from '../../../ui/chit/ChitPreview.tsx';
import sheet from '../sheet/Sheet.module.css';
import css from './Chits.module.css';

const USUAL = { language: null, width: 80 } as const;
const whole = (state: State) => state;

/** The slip itself, as its printer lays it out. What has changed since it was printed is said: paper does not change with it. */
export function ChitLook({ chit }: { readonly chit: Chit }) {
  const { t } = useSpeech();
  const port = usePort();
  const state = useLook(whole);
  const config = usePicture((picture) => picture.config);
  const nameOf = useCallback((person: PersonId) => port.personal(person)?.name ?? null, [port]);
  const printer = config.printers.find(({ id }) => id === chit.printer) ?? USUAL;
  const isAsPrinted = chit.parts.every(
    ({ ticket, version }) => state.tickets.get(ticket)?.versions[chit.station] === version,
  );
  return (
    <div className={css.look} data-testid="chit-look">
      {chit.sentAt !== null && !isAsPrinted && <p className={sheet.detail}>{t('paper.changedSince')}</p>}
      <div className={css.sideways}>
        <ChitPreview state={state} chit={chit} config={config} printer={printer} nameOf={nameOf} />
      </div>
    </div>
  );
}
