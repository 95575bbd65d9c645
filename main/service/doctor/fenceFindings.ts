import { tailOf } from '../../../shared/domain/selectors/tail.ts';
import { readFence } from '../../store/fenceFile.ts';
import { readTail } from '../../store/readTail.ts';
import { whenText } from '../plainWords.ts';
import { type Finding, look } from './finding.ts';

/** Beyond this the list is for the device's own screen. */
const TICKETS_NAMED = 40;

/** Whether another hub has taken over from the one of this folder, and what only this one knew. */
export function fenceFindings(dataDir: string): Finding[] {
  const fence = readFence(dataDir);
  if (fence === null) return [];
  const where = fence.addresses[0];
  const found = look(
    'fence',
    `Another device is the hub since ${whenText(fence.at)}${where === undefined ? '' : `, at ${where}`}: this one takes nothing.`,
    'Work on the new hub. To use this device again, make it a station of that: README.md says how.',
  );
  if (fence.common === null) return [found];
  const { events, nameOf } = readTail(dataDir, fence.common);
  const { tickets } = tailOf(events, nameOf);
  if (tickets.length === 0) return [found];
  const named = tickets
    .slice(0, TICKETS_NAMED)
    .map(
      ({ number, table, did }) => `${number}${table === null ? '' : ` (table ${table})`}: ${did.join(', ')}`,
    );
  const more = tickets.length > TICKETS_NAMED ? `; and ${tickets.length - TICKETS_NAMED} more` : '';
  return [
    found,
    look(
      'fence',
      `The new hub did not know when it began: ${named.join('; ')}${more}.`,
      'Tickets of the POS come back by themselves. Look for each on the new hub, and key in what is missing there.',
    ),
  ];
}
