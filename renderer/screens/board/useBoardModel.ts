import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../app/portContext.ts';
import type { BoardPlace } from '../../app/screenPort.ts';
import { handClock } from '../../ui/handClock.ts';
import { playSound } from '../../ui/sounds.ts';
import { BoardModel, type BoardPicture } from './BoardModel.ts';
import type { Block } from './blocks.ts';
import { LateBook, soundOf } from './boardSounds.ts';

/** Held courses come up by time alone, without any news. */
const LOOK_AGAIN_MS = 2_000;
const SECOND_MS = 1000;

/** The board's life, tied to this screen's: news at most once a frame, however many events a frame brings. */
export function useBoardModel(
  place: BoardPlace,
  blocksOf: (tile: TileView) => readonly Block[],
): [BoardModel, BoardPicture] {
  const port = usePort();
  const [model] = useState(() => new BoardModel(port.board(place), port.get().seq, handClock, blocksOf));
  const picture = useSyncExternalStore(model.subscribe, model.get);

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const before = model.get().board.tiles;
      model.setBoard(port.board(place), port.get().seq);
      const sound = soundOf(before, model.get().board.tiles);
      if (sound !== null) playSound(sound);
    };
    const lookNextFrame = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    lookNextFrame();
    const stop = port.subscribe(lookNextFrame);
    const timer = setInterval(lookNextFrame, LOOK_AGAIN_MS);
    const late = new LateBook();
    const lateTimer = setInterval(() => {
      if (port.get().isLoaded && late.look(model.get().board.tiles, port.now())) playSound('late');
    }, SECOND_MS);
    return () => {
      stop();
      clearInterval(timer);
      clearInterval(lateTimer);
      cancelAnimationFrame(frame);
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
