import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { OneOf } from '../../board/sheet/screen/OneOf.tsx';
import type { ChangeDraft, PartyDraft } from './partyDraft.ts';

/** Which tables are promised, whether for good, and who is to serve them. */
export function TablesField({ draft, change }: { draft: PartyDraft; change: ChangeDraft }) {
  const { t } = useSpeech();
  const tables = usePicture(({ config }) => config.floor.tables);
  const servers = usePicture(({ config }) => config.floor.servers);
  const toggle = (table: string) => {
    const others = draft.tables.filter((one) => one !== table);
    change({ tables: others.length < draft.tables.length ? others : [...others, table] });
  };
  return (
    <>
      <section className={sheet.section}>
        <p className={sheet.heading}>{t('host.book.tablesAsk')}</p>
        <div className={sheet.choices}>
          {tables.map(({ id }) => (
            <Press
              key={id}
              zone={`promise:${id}`}
              testId={`promise-${id}`}
              className={cls(sheet.count, draft.tables.includes(id) && sheet.main)}
              act={() => toggle(id)}
            >
              {id}
            </Press>
          ))}
        </div>
        <div className={sheet.choices}>
          <Press
            zone="promise:lock"
            testId="promise-lock"
            className={cls(sheet.button, draft.locked && sheet.main)}
            act={() => change({ locked: !draft.locked })}
          >
            {t('host.book.lock')}
          </Press>
        </div>
      </section>
      {servers.length > 0 && (
        <section className={sheet.section}>
          <OneOf
            heading={t('host.book.serverAsk')}
            name="server"
            look="main"
            none="none"
            chosen={draft.server}
            options={[
              { value: null, words: t('host.book.serverOpen') },
              ...servers.map((value) => ({ value, words: value })),
            ]}
            onChoose={(server) => change({ server })}
          />
        </section>
      )}
    </>
  );
}
