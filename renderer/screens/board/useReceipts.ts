import { useEffect, useRef } from 'react';
import type { Board, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { usePort } from '../../app/portContext.ts';
import type { ScreenPort } from '../../app/screenPort.ts';
import type { BoardPicture } from './BoardModel.ts';
import { isOnGlass } from './onGlass.ts';

/**
 * Tells the hub what people could see. Only after the frame is painted, which is when a second animation frame begins, and only while the
 * page is visible: a hidden tab or a sleeping screen has shown nobody anything.
 */
export function useReceipts(picture: BoardPicture): void {
  const port = usePort();
  const latest = useRef(picture);
  // Never called off by the next picture: in a rush there is always a next one.
  useEffect(() => {
    latest.current = picture;
    afterPaint(() => report(picture, port));
  }, [picture, port]);
  useEffect(() => {
    const again = () => afterPaint(() => report(latest.current, port));
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, [port]);
}

function afterPaint(act: () => void): void {
  // A hidden page paints nothing; it looks again when it is shown.
  if (document.visibilityState !== 'visible') return;
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** What each port has been told, so that a frame reports only what is new in it. */
const told = new WeakMap<ScreenPort, { listed: Map<string, number>; painted: Map<string, number> }>();

function report(picture: BoardPicture, port: ScreenPort): void {
  const { board, places, coming } = picture;
  // The picture that has all its tiles tells of them.
  if (document.visibilityState !== 'visible' || coming.size > 0) return;
  const known = told.get(port) ?? { listed: new Map<string, number>(), painted: new Map<string, number>() };
  told.set(port, known);
  // Every ticket of the board is a tile or counts in "+N waiting": all of them are listed by this frame.
  for (const tile of board.tiles)
    if (isOwn(tile, board)) tell(known.listed, tile, port.reportListed.bind(port));
  for (const place of places) {
    if (place.kind === 'hole' || !isOnGlass(place.parts, picture)) continue;
    if (isOwn(place.tile, board)) tell(known.painted, place.tile, port.reportPainted.bind(port));
  }
  const open = new Set<string>(board.tiles.map(({ ticketId }) => ticketId));
  for (const id of known.listed.keys()) {
    if (open.has(id)) continue;
    known.listed.delete(id);
    known.painted.delete(id);
  }
}

/** A screen testifies for its own station: food that nobody is named for has versions of its own. */
const isOwn = (tile: TileView, board: Board) => tile.station === board.station;

function tell(
  known: Map<string, number>,
  tile: TileView,
  report: (id: TicketId, version: number) => void,
): void {
  if (known.get(tile.ticketId) === tile.version) return;
  known.set(tile.ticketId, tile.version);
  report(tile.ticketId, tile.version);
}
