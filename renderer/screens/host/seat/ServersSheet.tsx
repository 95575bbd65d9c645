import { useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { rotation, type ServerTonight } from '../../../../shared/domain/selectors/rotation.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import frame from '../../board/sheet/Sheet.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';
import css from './Seat.module.css';
import { tablesWord } from './seatWords.ts';

const look = (state: State, config: HouseConfig) => rotation(state, config);

/** Who serves what, in the order of their turns; one press hands everything over, one ends new tables. */
export function ServersSheet() {
  const { t } = useSpeech();
  const servers = useLook(look);
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <HostSheet title={t('host.servers.title')} why={t('host.servers.why')}>
      {servers.length === 0 && <p className={frame.empty}>{t('host.servers.none')}</p>}
      {servers.map((one) => (
        <ServerRow
          key={one.server}
          one={one}
          others={servers}
          opened={opened?.server === one.server ? opened.part : null}
          setOpened={(part) => setOpened(part && { server: one.server, part })}
        />
      ))}
    </HostSheet>
  );
}

type Part = 'relieve' | 'sections';
interface Opened {
  readonly server: string;
  readonly part: Part;
}

function ServerRow(props: {
  readonly one: ServerTonight;
  readonly others: readonly ServerTonight[];
  readonly opened: Part | null;
  readonly setOpened: (part: Part | null) => void;
}) {
  const { one, others, opened, setOpened } = props;
  const { t } = useSpeech();
  const { send } = useDesk();
  const refusedNow = useRefusedNow();
  const { server, isCut, turn, tables, sections } = one;
  const hasWork = tables.length > 0 || sections.length > 0;
  const toggle = (part: Part) => setOpened(opened === part ? null : part);
  return (
    <section className={frame.section} data-testid="server" data-server={server}>
      <p className={frame.name}>
        {server}
        {turn === 0 && <span className={css.mark}>{t('host.servers.next')}</span>}
        {isCut && <span className={css.mark}>{t('host.servers.isCut')}</span>}
      </p>
      <Evening one={one} />
      <div className={css.acts}>
        <HostAct
          name={`cut:${server}`}
          testId="cut"
          words={t(isCut ? 'host.servers.back' : 'host.servers.cut')}
          refused={refusedNow('server.cut')}
          act={() => send({ type: 'server.cut', server, isCut: !isCut })}
        />
        <HostAct
          name={`sections:${server}`}
          testId="sections"
          words={t('host.servers.sections')}
          isChosen={opened === 'sections'}
          refused={refusedNow('server.assign')}
          act={() => toggle('sections')}
        />
        {hasWork && (
          <HostAct
            name={`relieve:${server}`}
            testId="relieve"
            words={t('host.servers.relieve')}
            isChosen={opened === 'relieve'}
            refused={refusedNow('server.relieve')}
            act={() => toggle('relieve')}
          />
        )}
      </div>
      {opened === 'sections' && <Sections one={one} />}
      {opened === 'relieve' && <Relieve one={one} others={others} done={() => setOpened(null)} />}
    </section>
  );
}

function Evening({ one }: { one: ServerTonight }) {
  const { t, time } = useSpeech();
  const names = usePicture(({ config }) => config.floor.sections);
  const { tables, coversNow, covers, parties, sections, lastSeatedAt } = one;
  const called = sections.map((id) => names.find((section) => section.id === id)?.name ?? id);
  return (
    <p className={css.hint}>
      {called.length === 0 ? t('host.servers.noSection') : called.join(', ')}
      <br />
      {tables.length === 0
        ? t('host.servers.noTables')
        : t('host.servers.now', { tables: tablesWord(tables), count: coversNow })}
      <br />
      {t('host.servers.tonight', { parties, count: covers })}
      {lastSeatedAt !== null && ` · ${t('host.servers.last', { time: time(lastSeatedAt) })}`}
    </p>
  );
}

/** Sections may be shared, and a server may have several. */
function Sections({ one }: { one: ServerTonight }) {
  const { t } = useSpeech();
  const { send } = useDesk();
  const sections = usePicture(({ config }) => config.floor.sections);
  if (sections.length === 0) return <p className={css.hint}>{t('host.servers.noneDrawn')}</p>;
  const { server, sections: own } = one;
  return (
    <div className={frame.choices}>
      {sections.map(({ id, name }) => {
        const has = own.includes(id);
        const next = has ? own.filter((other) => other !== id) : [...own, id];
        return (
          <Press
            key={id}
            zone={`section:${server}:${id}`}
            testId={`section-${id}`}
            className={cls(frame.button, has && frame.main)}
            act={() => send({ type: 'server.assign', server, sections: next })}
          >
            {name}
          </Press>
        );
      })}
    </div>
  );
}

/** One press: all tables and sections. */
function Relieve(props: {
  readonly one: ServerTonight;
  readonly others: readonly ServerTonight[];
  readonly done: () => void;
}) {
  const { one, others, done } = props;
  const { t } = useSpeech();
  const { send } = useDesk();
  const { server } = one;
  return (
    <div>
      <p className={frame.heading}>{t('host.servers.relieveBy', { server })}</p>
      <div className={frame.choices}>
        {others
          .filter((other) => other.server !== server)
          .map(({ server: by, isCut }) => (
            <Press
              key={by}
              zone={`relieve:${server}:${by}`}
              testId={`relieve-by-${by}`}
              className={frame.button}
              act={() => {
                send({ type: 'server.relieve', server, by });
                done();
              }}
            >
              {isCut ? t('host.servers.cutName', { server: by }) : by}
            </Press>
          ))}
      </div>
    </div>
  );
}
