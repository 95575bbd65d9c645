import { z } from 'zod';
import { ownerOf } from '../../store/folderLock.ts';
import { announcedUrl } from '../serviceFile.ts';
import { bad, type Finding, fine, look } from './finding.ts';

const PATIENCE_MS = 3_000;
const Health = z.object({ ok: z.boolean(), reasons: z.array(z.string()) });

/** Whether a service owns the folder, and what it says of itself. */
export async function serviceFindings(dataDir: string): Promise<Finding[]> {
  const owner = ownerOf(dataDir);
  const url = announcedUrl(dataDir);
  if (owner === null) {
    const says = 'Heard is not running on this folder';
    // A lock ends with its process; the file with the address does not.
    return [
      fine(
        'service',
        url === null
          ? `${says}.`
          : `${says}. It was ended without being stopped (power, kill); that loses nothing.`,
      ),
    ];
  }
  if (url === null)
    return [look('service', `Heard (pid ${owner}) is starting or stopping.`, 'Ask again in a moment.')];
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { ok, reasons } = Health.parse(await answer.json());
    const because = reasons.length === 0 ? '' : `: ${reasons.join('; ')}`;
    if (!ok)
      return [
        bad(
          'service',
          `Heard runs (pid ${owner}) and takes no orders${because}.`,
          'Mend what it names; it goes on by itself.',
        ),
      ];
    return [
      reasons.length === 0
        ? fine('service', `Heard runs (pid ${owner}) and takes orders.`)
        : look('service', `Heard runs (pid ${owner}) and takes orders${because}.`, 'See to what it names.'),
    ];
  } catch {
    return [
      bad(
        'service',
        `Heard (pid ${owner}) owns this folder and does not answer at ${url}.`,
        'If screens stand still too, end it and start it again: nothing acknowledged is lost.',
      ),
    ];
  }
}
