import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../app/portContext.ts';
import type { BoardPlace, ScreenPort } from '../../app/screenPort.ts';
import { handClock } from '../../ui/handClock.ts';
import { playSound } from '../../ui/sounds.ts';
import { BoardModel, type BoardPicture } from './BoardModel.ts';
import type { Block } from './blocks.ts';
import { LateBook, soundOf } from './boardSounds.ts';
import { LookPacer } from './LookPacer.ts';

/** Held courses come up by time alone, without any news. */
const LOOK_AGAIN_MS = 2_000;
const SECOND_MS = 1000;

/** What a board is made of, beside the time. A beat of the link or a press that is not stored yet changes nothing of it. */
const inputsOf = (port: ScreenPort) =>
  port.look((state, config) => ({ state, config, down: port.get().down }));

/** The board's life, tied to this screen's. */
export function useBoardModel(
  place: BoardPlace,
  blocksOf: (tile: TileView) => readonly Block[],
): [BoardModel, BoardPicture] {
  const port = usePort();
  const [model] = useState(() => new BoardModel(port.board(place), port.get().seq, handClock, blocksOf));
  const picture = useSyncExternalStore(model.subscribe, model.get);

  useEffect(() => {
    let known = inputsOf(port);
    const look = () => {
      known = inputsOf(port);
      const before = model.get().board.tiles;
      model.setBoard(port.board(place), port.get().seq);
      const after = model.get().board.tiles;
      const sound = after === before ? null : soundOf(before, after);
      if (sound !== null) playSound(sound);
    };
    const pacer = new LookPacer(look);
    pacer.ask();
    const stop = port.subscribe(() => {
      const { state, config, down } = inputsOf(port);
      if (state !== known.state || config !== known.config || down !== known.down) pacer.ask();
    });
    const timer = setInterval(pacer.ask, LOOK_AGAIN_MS);
    const late = new LateBook();
    const lateTimer = setInterval(() => {
      if (port.get().isLoaded && late.look(model.get().board.tiles, port.now())) playSound('late');
    }, SECOND_MS);
    return () => {
      stop();
      clearInterval(timer);
      clearInterval(lateTimer);
      pacer.end();
      model.rest();
    };
  }, [model, port, place]);

  useEffect(() => {
    const forget = () => model.forgetHeights();
    document.fonts.addEventListener('loadingdone', forget);
    return () => document.fonts.removeEventListener('loadingdone', forget);
  }, [model]);

  // After the tiles of this frame have measured themselves, and before it is painted.
  useLayoutEffect(() => model.layoutAgain());

  return [model, picture];
}
