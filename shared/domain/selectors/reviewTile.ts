import type { HouseConfig } from '../../config/houseConfig.ts';
import { StationId, type TicketId } from '../../lib/ids.ts';
import { partAt } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { allergyBands } from './allergyBands.ts';
import type { TileView } from './boardView.ts';
import { courseStrip } from './courseStrip.ts';
import { withHouse } from './eightySix.ts';
import type { Portion } from './fireClock.ts';
import { largeMark } from './largeParty.ts';
import { paperMarks, withChits } from './paperMarks.ts';
import { talkOf } from './passTalk.ts';
import { possibleOf } from './possibleAllergies.ts';
import { headerOf } from './stationTile.ts';
import { tileLines } from './tileLines.ts';

const EXPO = StationId.parse('expo');

/**
 * A ticket as it is now with all its food at this station (null: at all), on the board or not: what REVIEW shows. It has no clock and no
 * press. null: the ticket is gone, or has nothing here.
 */
export function reviewTile(
  state: State,
  id: TicketId,
  station: StationId | null,
  config: HouseConfig,
): TileView | null {
  const ticket = state.tickets.get(id);
  if (!ticket) return null;
  const shown = ticket.items
    .flatMap((item) => item.batches.map((batch): Portion => ({ item, batch })))
    .filter(({ batch }) => station === null || partAt(batch, station) !== undefined)
    .sort((a, b) => a.item.face.course - b.item.face.course);
  if (shown.length === 0) return null;
  const courses = new Set(shown.map(({ item }) => item.face.course));
  const tile: TileView = {
    ...headerOf(ticket),
    ...largeMark(ticket, config),
    station: station ?? EXPO,
    version: 0,
    clock: null,
    comingUpAt: null,
    isHeard: false,
    isReady: false,
    isOnTheFly: false,
    paper: paperMarks(ticket, station),
    courses: courseStrip(ticket, courses, config),
    bands: allergyBands(ticket, station),
    lines: tileLines(ticket, shown, station, config),
    place: { kind: 'none' },
    questions: [],
    // Only expo opens a table; a station's review is for looking.
    ...(station === null ? talkOf(ticket) : {}),
    possible: possibleOf(ticket, null),
  };
  return withChits(withHouse(tile, ticket, state), state);
}
