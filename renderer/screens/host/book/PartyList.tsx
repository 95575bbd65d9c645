import { useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type DoorList, doorList } from '../../../../shared/domain/selectors/doorList.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Empty } from '../../board/Empty.tsx';
import { useDesk } from '../hostContext.ts';
import { Found } from './Found.tsx';
import { PartyCard } from './PartyCard.tsx';
import css from './PartyList.module.css';
import { SearchLine } from './SearchLine.tsx';

const look = (state: State, _config: HouseConfig, now: number) => doorList(state, now);

/** In the order in which they want something of the host. */
const NEXT: readonly (keyof DoorList)[] = [
  'atTheDoor',
  'late',
  'soon',
  'waitlist',
  'later',
  'seated',
  'over',
];
/** Behind their heading until somebody wants them. */
const FOLDED: ReadonlySet<keyof DoorList> = new Set(['over']);

/** The book as a host works it down; while something is searched, what is found in all of it. */
export function PartyList() {
  const [typed, setTyped] = useState('');
  return (
    <div className={css.side}>
      <SearchLine typed={typed} onTyped={setTyped} />
      <div className={css.list}>{typed.trim() === '' ? <Groups /> : <Found typed={typed} />}</div>
    </div>
  );
}

function Groups() {
  const { t } = useSpeech();
  const { selected } = useDesk();
  const list = useLook(look);
  const shown = NEXT.filter((group) => list[group].length > 0);
  const isOfAnotherDay = selected.party !== null && shown.every((group) => !has(list[group], selected.party));
  return (
    <>
      {isOfAnotherDay && <InHand />}
      {shown.length === 0 && <Empty isPart title={t('host.book.none')} why={t('host.book.noneWhy')} />}
      {shown.map((group) => (
        <Group key={group} name={group} parties={list[group]} />
      ))}
    </>
  );
}

const has = (parties: readonly Party[], id: Party['id'] | null) => parties.some((party) => party.id === id);

/** One who is not of today: picked in the list of another day. */
function InHand() {
  const { selected } = useDesk();
  const party = useLook((state) => (selected.party === null ? undefined : state.parties.get(selected.party)));
  return party === undefined ? null : <PartyCard party={party} />;
}

function Group({ name, parties }: { name: keyof DoorList; parties: readonly Party[] }) {
  const { t } = useSpeech();
  const { selected } = useDesk();
  const [isOpen, setOpen] = useState(!FOLDED.has(name));
  const words = `${t(`host.group.${name}`)} ${parties.length}`;
  // Who is in hand is never folded away.
  const shown = isOpen ? parties : parties.filter(({ id }) => id === selected.party);
  return (
    <section data-group={name}>
      {FOLDED.has(name) ? (
        <Press
          zone={`group:${name}`}
          testId={`group-${name}`}
          className={css.fold}
          act={() => setOpen(!isOpen)}
        >
          <span className={css.heading}>{words}</span>
          <span className={css.more}>{t(isOpen ? 'host.book.fold' : 'host.book.unfold')}</span>
        </Press>
      ) : (
        <h2 className={css.heading}>{words}</h2>
      )}
      {shown.map((party) => (
        <PartyCard key={party.id} party={party} />
      ))}
    </section>
  );
}
