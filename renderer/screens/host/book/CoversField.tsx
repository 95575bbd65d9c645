import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import type { ChangeDraft, PartyDraft } from './partyDraft.ts';

/** As many as most parties are, each one press; more by ones. */
const COVERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const MOST = 200;

export function CoversField({ draft, change }: { draft: PartyDraft; change: ChangeDraft }) {
  const { t } = useSpeech();
  const to = (covers: number) => change({ covers: Math.min(MOST, Math.max(1, covers)) });
  return (
    <section className={sheet.section}>
      <p className={sheet.heading}>{t('host.book.coversAsk')}</p>
      <div className={sheet.choices}>
        {COVERS.map((covers) => (
          <Press
            key={covers}
            zone={`covers:${covers}`}
            testId={`covers-${covers}`}
            className={cls(sheet.count, draft.covers === covers && sheet.main)}
            act={() => to(covers)}
          >
            {covers}
          </Press>
        ))}
        <Press
          zone="covers:less"
          className={sheet.count}
          label={t('host.book.fewer')}
          act={() => to(draft.covers - 1)}
        >
          −
        </Press>
        <Press
          zone="covers:more"
          testId="covers-more"
          className={cls(sheet.count, draft.covers > COVERS.length && sheet.main)}
          hint={t('host.book.oneMore')}
          act={() => to(draft.covers + 1)}
        >
          {draft.covers > COVERS.length ? draft.covers : '+'}
        </Press>
      </div>
    </section>
  );
}
