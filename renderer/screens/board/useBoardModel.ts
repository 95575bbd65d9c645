import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../app/portContext.ts';
import type { BoardPlace, ScreenPort } from '../../app/screenPort.ts';
import { handClock } from '../../ui/handClock.ts';
import { playSound } from '../../ui/sounds.ts';
import { notHeardBy } from '../expo/progress.ts';
import { BoardModel, type BoardPicture } from './BoardModel.ts';
import type { Block } from './blocks.ts';
import { LateBook, soundOf, UnheardBook } from './boardSounds.ts';
import { LookPacer } from './LookPacer.ts';
import { tileKey } from './tileKey.ts';

/** Held courses come up by time alone, without any news. */
const LOOK_AGAIN_MS = 2_000;
const SECOND_MS = 1000;

/** What a board is made of, beside the time. A beat of the link or a press that is not stored yet changes nothing of it. */
const inputsOf = (port: ScreenPort) =>
  port.look((state, config) => ({ state, config, down: port.get().down }));

/** Tickets and their stations that nobody there has heard in time: what expo's tiles say. */
function unheardAt(port: ScreenPort, tiles: readonly TileView[]): string[] {
  const limitMs = port.get().config.thresholds.notHeardSeconds * SECOND_MS;
  return tiles.flatMap((tile) =>
    notHeardBy(tile, port.now(), limitMs).map((station) => `${tileKey(tile)} ${station}`),
  );
}

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
      const answers = place.kind === 'expo' || port.get().config.pass === 'none';
      const sound = after === before ? null : soundOf(before, after, answers);
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
    const unheard = new UnheardBook();
    const lateTimer = setInterval(() => {
      if (!port.get().isLoaded) return;
      const { tiles } = model.get().board;
      if (late.look(tiles, port.now())) playSound('late');
      if (place.kind === 'expo' && unheard.look(unheardAt(port, tiles))) playSound('unheard');
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
