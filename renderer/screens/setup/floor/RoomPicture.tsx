import { useId, useState } from 'react';
import type { Room } from '../../../../shared/config/floor.ts';
import { FloorPictureKept } from '../../../../shared/protocol/floorPicture.ts';
import { askService, posting } from '../../../app/askService.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import page from '../Setup.module.css';
import { changeRoom } from './floorEdits.ts';
import { scalePicture } from './scalePicture.ts';
import type { FloorEditor } from './useFloorEditor.ts';

/** The picture behind the room's tables: an architect's plan, a photograph. The room takes its proportions. */
export function RoomPicture({ room, editor: { change } }: { room: Room; editor: FloorEditor }) {
  const { t } = useSpeech();
  const [state, setState] = useState<'idle' | 'sending' | 'refused'>('idle');
  const input = useId();
  const { id, name, width, picture } = room;
  const step = { key: 'changeRoom', values: { name } };
  const choose = async (file: File) => {
    setState('sending');
    const scaled = await scalePicture(file);
    const kept =
      scaled && (await askService('/api/setup/pictures', FloorPictureKept, posting({ data: scaled.data })));
    setState(kept ? 'idle' : 'refused');
    if (!kept || !scaled) return;
    const height = Math.round((width * scaled.heightPx) / scaled.widthPx);
    change((plan) => changeRoom(plan, id, { picture: kept.id, height }), step);
  };
  return (
    <div className={page.row} data-testid="room-picture">
      <input
        id={input}
        className={page.hidden}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        data-testid="picture-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void choose(file);
          target.value = '';
        }}
      />
      <div>
        {/* A browser's own button speaks the browser's language. */}
        <label className={page.button} htmlFor={input}>
          {t(picture === null ? 'setup.floor.picture' : 'setup.floor.otherPicture')}
        </label>
      </div>
      {picture !== null && (
        <button
          type="button"
          className={page.button}
          onClick={() => change((plan) => changeRoom(plan, id, { picture: null }), step)}
        >
          {t('setup.floor.noPicture')}
        </button>
      )}
      <span className={cls(state === 'refused' ? page.bad : page.quiet)} role="status">
        {t(`setup.floor.pictureState.${state}`)}
      </span>
    </div>
  );
}
