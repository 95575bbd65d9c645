import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import sheet from '../../board/sheet/Sheet.module.css';
import { OneOf } from '../../board/sheet/screen/OneOf.tsx';
import type { ChangeDraft, PartyDraft } from './partyDraft.ts';
import { WhenField } from './WhenField.tsx';

const MINUTE_MS = 60_000;
/** "We'll be ten minutes." */
const AWAY_MINUTES = [5, 10, 15, 20, 30, 45] as const;
const STAY_MINUTES = [60, 75, 90, 105, 120, 150, 180] as const;

type Fields = { readonly draft: PartyDraft; readonly change: ChangeDraft };

/** A booking has a time; who walked in has none. */
export function WhenOfParty({ draft, change }: Fields) {
  return draft.at === null ? null : <WhenField at={draft.at} onAt={(at) => change({ at })} />;
}

/** When they said they would be here, from now on. */
export function EtaField({ draft, change }: Fields) {
  const { t, time } = useSpeech();
  const port = usePort();
  const { etaAt } = draft;
  return (
    <section className={sheet.section}>
      <OneOf
        heading={etaAt === null ? t('host.book.etaAsk') : t('host.book.etaIs', { time: time(etaAt) })}
        name="eta"
        none="none"
        look="main"
        chosen={etaAt === null ? null : undefined}
        options={[
          { value: null, words: t('host.book.etaNone') },
          ...AWAY_MINUTES.map((value) => ({ value, words: t('host.book.inMinutes', { count: value }) })),
        ]}
        onChoose={(minutes) =>
          change({ etaAt: minutes === null ? null : Math.round(port.now()) + minutes * MINUTE_MS })
        }
      />
    </section>
  );
}

/** How long they stay, where anybody said. */
export function StayField({ draft, change }: Fields) {
  const { t } = useSpeech();
  return (
    <section className={sheet.section}>
      <OneOf
        heading={t('host.book.stayAsk')}
        name="stay"
        none="none"
        look="main"
        chosen={draft.durationMinutes}
        options={[
          { value: null, words: t('host.book.stayUsual') },
          ...STAY_MINUTES.map((value) => ({ value, words: t('host.book.minutes', { count: value }) })),
        ]}
        onChoose={(durationMinutes) => change({ durationMinutes })}
      />
    </section>
  );
}
