import { tailOf } from '../../../shared/domain/selectors/tail.ts';
import { readFence } from '../../store/fenceFile.ts';
import { type FormerHub, formerHubs } from '../../store/formerHub.ts';
import { readTail } from '../../store/readTail.ts';
import { whenText } from '../plainWords.ts';
import { type Finding, fine, look } from './finding.ts';

/** Beyond this the list is for the device's own screen. */
const TICKETS_NAMED = 40;
const KEY_IN =
  'Tickets of the POS come back by themselves. Look for each on the new hub, and key in what is missing there.';

/** Whether another hub has taken over from the one of this folder, and what only this one knew. */
export function fenceFindings(dataDir: string): Finding[] {
  return [...ownFence(dataDir), ...formerHubs(dataDir).map(formerFinding)];
}

/** What a station knew as the hub stays here until somebody says on its screen that it is keyed in. */
function formerFinding({ folder, fence }: FormerHub): Finding {
  const until = `This device was the hub until ${whenText(fence.at)} and is a station now.`;
  try {
    const named = tailText(folder, fence.common ?? 0);
    if (named === null) return fine('fence', `${until} The new hub knows all that this one did.`);
    return look(
      'fence',
      `${until} The new hub did not know: ${named}.`,
      `${KEY_IN} Then say so on this device's own screen. The data is kept in ${folder}.`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return look('fence', `${until} Its data cannot be read (${why}).`, `It is kept in ${folder}.`);
  }
}

function ownFence(dataDir: string): Finding[] {
  const fence = readFence(dataDir);
  if (fence === null) return [];
  const where = fence.addresses[0];
  const found = look(
    'fence',
    `Another device is the hub since ${whenText(fence.at)}${where === undefined ? '' : `, at ${where}`}: this one takes nothing.`,
    'Work on the new hub. To use this device again, press MAKE THIS A STATION on its screen.',
  );
  if (fence.common === null) return [found];
  const named = tailText(dataDir, fence.common);
  if (named === null) return [found];
  return [found, look('fence', `The new hub did not know when it began: ${named}.`, KEY_IN)];
}

/** The tickets after a number and what was done to them; null: there are none. */
function tailText(folder: string, after: number): string | null {
  const { events, nameOf } = readTail(folder, after);
  const { tickets } = tailOf(events, nameOf);
  if (tickets.length === 0) return null;
  const named = tickets
    .slice(0, TICKETS_NAMED)
    .map(
      ({ number, table, did }) => `${number}${table === null ? '' : ` (table ${table})`}: ${did.join(', ')}`,
    );
  const more = tickets.length > TICKETS_NAMED ? `; and ${tickets.length - TICKETS_NAMED} more` : '';
  return `${named.join('; ')}${more}`;
}
