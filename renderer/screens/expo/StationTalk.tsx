import { useCallback, useState } from 'react';
import { NOTE_CHARACTERS } from '../../../shared/domain/commands/passCommands.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { NotePreset } from '../../../shared/domain/model/ticket.ts';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { type MovableWork, movableWork } from '../../../shared/domain/selectors/movableWork.ts';
import { NO_STATION } from '../../../shared/lib/ids.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { noteWords } from '../board/tile/noteWords.ts';
import own from './StationTalk.module.css';
import { Answer } from './Waiting.tsx';

interface TalkProps {
  readonly tile: TileView;
  readonly tools: BoardTools;
}

/** Every station with food of this table: HOW LONG?, and a note that stands on its tile until a cook has seen it. */
export function StationTalk({ tile, tools }: TalkProps) {
  const { t } = useSpeech();
  const { ticketId } = tile;
  const work = useLook(useCallback((state: State) => movableWork(state, ticketId), [ticketId]));
  const stations = work.filter(({ station }) => station !== NO_STATION);
  if (stations.length === 0) return null;
  return (
    <section>
      <p className={cls(css.section, css.heading)}>{t('pass.talk')}</p>
      {stations.map((one) => (
        <Station key={one.station} tile={tile} work={one} tools={tools} />
      ))}
    </section>
  );
}

function Station({ tile, work, tools }: TalkProps & { readonly work: MovableWork }) {
  const speech = useSpeech();
  const { t, stationName } = speech;
  const [isOpen, setOpen] = useState(false);
  const { station } = work;
  const unseen = (tile.notes ?? []).filter((note) => note.station === station);
  const isCooking = work.dishes.some(({ isHeld }) => !isHeld);
  const note = (preset: NotePreset | null, words: string | null) => {
    tools.send(null, { type: 'station.note', ticket: tile.ticketId, at: station, preset, words });
    setOpen(false);
  };
  return (
    <div className={css.row} data-testid="talk" data-station={station}>
      <div>
        <p className={css.name}>
          {stationName(station)} <Answer tile={tile} station={station} />
        </p>
        {unseen.map((one) => (
          <p key={one.id} className={css.detail}>
            {t('pass.notSeen', { note: noteWords(one, speech) })}
          </p>
        ))}
      </div>
      <div className={css.buttons}>
        {isCooking && (
          <Press
            zone={`ask:${station}`}
            testId="ask"
            className={css.button}
            act={() => tools.send(null, { type: 'station.ask', ticket: tile.ticketId, at: station })}
          >
            {t('pass.howLong')}
          </Press>
        )}
        <Press
          zone={`note:${station}`}
          testId="note"
          className={cls(css.button, isOpen && css.chosen)}
          act={() => setOpen(!isOpen)}
        >
          {t('pass.note')}
        </Press>
      </div>
      {isOpen && <Notes station={station} onNote={note} />}
    </div>
  );
}

function Notes(props: {
  station: string;
  onNote: (preset: NotePreset | null, words: string | null) => void;
}) {
  const { station, onNote } = props;
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  return (
    <>
      <div className={cls(css.choices, css.wide)}>
        {NotePreset.options.map((preset) => (
          <Press
            key={preset}
            zone={`note:${station}:${preset}`}
            testId={`note-${preset}`}
            className={css.button}
            act={() => onNote(preset, null)}
          >
            {t(`pass.preset.${preset}`)}
          </Press>
        ))}
      </div>
      <div className={cls(own.typed, css.wide)}>
        <input
          className={own.input}
          value={typed}
          maxLength={NOTE_CHARACTERS}
          placeholder={t('pass.noteWords')}
          aria-label={t('pass.noteWords')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Press
          zone={`note:${station}:send`}
          testId="note-send"
          className={cls(css.button, words !== '' && css.main)}
          isBlocked={words === ''}
          act={() => words !== '' && onNote(null, words)}
        >
          {t('pass.send')}
        </Press>
      </div>
    </>
  );
}
