import { useSpeech } from '../../../app/words.ts';
import page from '../Setup.module.css';
import { AddLine } from './AddLine.tsx';
import { addServer, removeServer } from './serviceEdits.ts';
import type { FloorEditor } from './useFloorEditor.ts';

/** Who serves, by the names the POS has. Whose section is whose tonight is said at the host's stand. */
export function ServersCard({ editor: { floor, change } }: { editor: FloorEditor }) {
  const { t } = useSpeech();
  return (
    <section className={page.card}>
      <h2 className={page.subtitle}>{t('setup.floor.servers')}</h2>
      <p className={page.quiet}>{t('setup.floor.serversWhy')}</p>
      <div className={page.row}>
        {floor.servers.map((name) => (
          <button
            key={name}
            type="button"
            className={page.button}
            aria-label={`${t('setup.remove')}: ${name}`}
            data-testid="server"
            onClick={() =>
              change((plan) => removeServer(plan, name), { key: 'removeServer', values: { name } })
            }
          >
            {name} ×
          </button>
        ))}
      </div>
      <AddLine
        label={t('setup.floor.newServer')}
        testId="new-server"
        onAdd={(name) => change((plan) => addServer(plan, name), { key: 'server', values: { name } })}
      />
    </section>
  );
}
