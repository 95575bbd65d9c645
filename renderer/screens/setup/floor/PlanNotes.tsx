import type { FloorConfig, Room } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import page from '../Setup.module.css';
import { planTroubles } from './planTroubles.ts';

/** What looks wrong on the plan; it may be saved all the same. */
export function PlanNotes(props: {
  floor: FloorConfig;
  room: Room;
  onSelect: (tables: readonly string[]) => void;
}) {
  const { floor, room, onSelect } = props;
  const { t } = useSpeech();
  const troubles = planTroubles(floor, room);
  if (troubles.length === 0) return null;
  return (
    <ul className={page.list} data-testid="plan-notes">
      {troubles.map(({ kind, tables }) => (
        <li key={`${kind} ${tables.join(' ')}`} className={page.note}>
          <button type="button" onClick={() => onSelect(tables)}>
            {t(`setup.floor.trouble.${kind}`, { tables: tables.join(' + ') })}
          </button>
        </li>
      ))}
    </ul>
  );
}
