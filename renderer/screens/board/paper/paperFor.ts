import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import { printersFor } from '../../../../shared/config/printersFor.ts';
import type { PaperLine } from '../../../../shared/domain/selectors/paperLines.ts';
import type { StationId } from '../../../../shared/lib/ids.ts';

/** Expo is told all. A station is told of its own, and of everything where nobody stands at the pass; never that it cannot see itself. */
export function isFor(
  line: PaperLine,
  config: HouseConfig,
  here: StationId | null,
  canAnswer: boolean,
): boolean {
  if (here === null) return true;
  switch (line.kind) {
    case 'notPainted':
      return line.station === here;
    case 'waiting':
      return canAnswer || printersFor(config, here).some(({ id }) => id === line.printer);
    case 'unseen':
      return canAnswer && line.station !== here;
    case 'call':
    case 'unknown':
    case 'failed':
    case 'missed':
      return canAnswer;
    default:
      return line satisfies never;
  }
}

/** Food or a slip that nobody may have: said before what merely stands on another page. */
export function isGrave(line: PaperLine): boolean {
  switch (line.kind) {
    case 'unseen':
      return line.weight === 'loud';
    case 'call':
    case 'unknown':
    case 'failed':
    case 'missed':
      return true;
    case 'waiting':
    case 'notPainted':
      return false;
    default:
      return line satisfies never;
  }
}

/** The same while it is the same trouble, however many tickets it comes to be about. */
export function graveKey(line: PaperLine): string {
  switch (line.kind) {
    case 'unknown':
    case 'failed':
      return `${line.kind} ${line.chit}`;
    case 'call':
      return `call ${line.station} ${line.ticket}`;
    case 'waiting':
      return `waiting ${line.printer}`;
    case 'unseen':
    case 'notPainted':
    case 'missed':
      return `${line.kind} ${line.station}`;
    default:
      return line satisfies never;
  }
}
