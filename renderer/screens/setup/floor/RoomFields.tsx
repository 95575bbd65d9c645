import type { Room } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { TextField } from '../fields.tsx';
import page from '../Setup.module.css';
import { changeRoom, removeRoom } from './floorEdits.ts';
import { RoomPicture } from './RoomPicture.tsx';
import { SizeFields } from './SizeFields.tsx';
import type { FloorEditor } from './useFloorEditor.ts';

const SIZE_CM = { least: 100, most: 20_000 } as const;

/** The room that is shown: its name and how large it is. */
export function RoomFields({ room, editor }: { room: Room; editor: FloorEditor }) {
  const { change } = editor;
  const { t } = useSpeech();
  const { id, name } = room;
  const set = (part: Partial<Room>, field: string) =>
    change(
      (plan) => changeRoom(plan, id, part),
      { key: 'changeRoom', values: { name } },
      `${field} of ${id}`,
    );
  return (
    <section className={cls(page.card, page.row, page.ends)} aria-label={name} data-testid="room-fields">
      <div className={page.grow}>
        <TextField
          label={t('setup.floor.roomName')}
          value={name}
          maxLength={40}
          isWrong={name.trim() === ''}
          testId="room-name"
          onChange={(next) => set({ name: next }, 'name')}
        />
      </div>
      <SizeFields size={room} limits={SIZE_CM} onChange={set} />
      <button
        type="button"
        className={page.button}
        aria-label={`${t('setup.remove')}: ${name}`}
        data-testid="remove-room"
        onClick={() => change((plan) => removeRoom(plan, id), { key: 'removeRoom', values: { name } })}
      >
        {t('setup.remove')}
      </button>
      <RoomPicture room={room} editor={editor} />
    </section>
  );
}
