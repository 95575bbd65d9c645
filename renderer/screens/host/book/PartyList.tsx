import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type DoorList, doorList } from '../../../../shared/domain/selectors/doorList.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech, wordFor } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Empty } from '../../board/Empty.tsx';
import { useDesk } from '../hostContext.ts';
import css from './PartyList.module.css';

const look = (state: State, _config: HouseConfig, now: number) => doorList(state, now);

/** In the order in which they want something of the host. */
const NEXT: readonly (keyof DoorList)[] = ['atTheDoor', 'late', 'soon', 'waitlist', 'later', 'seated'];

/** The book as a host works it down. */
export function PartyList() {
  const { t } = useSpeech();
  const list = useLook(look);
  const shown = NEXT.filter((group) => list[group].length > 0);
  if (shown.length === 0) return <Empty title={t('host.book.none')} why={t('host.book.noneWhy')} />;
  return (
    <div className={css.list}>
      {shown.map((group) => (
        <section key={group}>
          <h2 className={css.heading}>
            {t(`host.group.${group}`)} {list[group].length}
          </h2>
          {list[group].map((party) => (
            <PartyRow key={party.id} party={party} />
          ))}
        </section>
      ))}
    </div>
  );
}

function PartyRow({ party }: { party: Party }) {
  const speech = useSpeech();
  const port = usePort();
  const { selected, select } = useDesk();
  const { live, person, id } = party;
  const name = (person && port.personal(person.personId)?.name) ?? speech.t('host.walkIn');
  const isSelected = selected.party === id;
  return (
    <Press
      zone={`party:${id}`}
      testId="party"
      className={cls(css.party, isSelected && css.selected)}
      data={{ 'data-party': id }}
      act={() => select({ party: isSelected ? null : id })}
    >
      <span className={css.time}>{live.at === null ? '' : speech.time(live.at)}</span>
      <span className={css.name}>{name}</span>
      <span className={css.covers}>{live.covers}</span>
      <span className={css.state}>{wordFor(speech, 'host.state', live.state)}</span>
    </Press>
  );
}
