import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { BUILD } from '../../shared/lib/build.ts';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import { StandbyStanding } from '../../shared/protocol/standbyMessages.ts';
import { ownerOf } from '../store/folderLock.ts';
import { promoteCopy } from '../store/promoteCopy.ts';
import { Complaint } from './complaint.ts';
import { whenText } from './plainWords.ts';
import { announcedUrl } from './serviceFile.ts';

const QUESTION = 'Is the old hub off? Unplug it.';
const WORKING_MS = 60_000;
const LOOK_EVERY_MS = 250;

const OBSTACLES: Readonly<Record<NonNullable<StandbyStanding['obstacle']>, string>> = {
  not_standby: 'This device is not marked as a standby.',
  nothing_copied: 'This device holds no copy of the hub.',
  catching_up: 'The copy of the hub on this device has never been whole.',
  other_build: 'This device runs another build of Heard than its hub did. Bring it to the same one first.',
  no_key: "The key to guests' names is missing here, or another house's lies in its place.",
};

/** Makes the standby of this folder the hub, after the one question. `isOff`: it was answered on the command line. */
export async function promoteStandby(dataDir: string, isOff: boolean): Promise<void> {
  if (!isOff && !(await isAnsweredYes())) throw new Complaint('Nothing was changed.');
  const url = ownerOf(dataDir) === null ? null : announcedUrl(dataDir);
  if (url !== null) await promoteRunning(url);
  else promoteStopped(dataDir);
}

async function isAnsweredYes(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw Complaint.usage(`${QUESTION} If it is, say so: promote --old-hub-is-off`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(?:y|yes|s|sí|si)$/iu.test((await terminal.question(`${QUESTION} (yes/no) `)).trim());
  } finally {
    terminal.close();
  }
}

function promoteStopped(dataDir: string): void {
  const { epoch, of, seq, isKeyLost } = promoteCopy({ dataDir, build: BUILD, now: Date.now() });
  const lines = [
    `This folder is the hub's now: everything up to ${whenText(of.now)} (entry ${seq}), epoch ${epochText(epoch)}.`,
    ...(isKeyLost ? ['Without guests: the key to their names is not here. Allergies are all there.'] : []),
    'Start Heard. Screens and the POS come by themselves, and every POS is told to put its open tickets again.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** As the tap on its screen does. */
async function promoteRunning(url: string): Promise<void> {
  const standing = StandbyStanding.safeParse(await json(`${url}/api/standby`));
  if (!standing.success) throw new Complaint('The service that runs on this folder is no standby.');
  const { obstacle, at } = standing.data;
  if (obstacle !== null) throw new Complaint(OBSTACLES[obstacle]);
  const answer = await fetch(`${url}/api/standby/promote`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Complaint(`The standby refused: ${await answer.text()}`);
  const epoch = await untilHub(url);
  const until = at === null ? '' : `, with everything up to ${whenText(at)}`;
  process.stdout.write(`This device is the hub now${until}: ${url}, epoch ${epoch}.\n`);
}

const Hub = z.object({ epoch: z.object({ n: z.number(), id: z.string() }) });

async function untilHub(url: string): Promise<string> {
  for (const startedAt = performance.now(); performance.now() - startedAt < WORKING_MS; ) {
    const where = Hub.safeParse(await json(`${url}/api/where?nonce=${'0'.repeat(16)}`));
    if (where.success) return epochText(where.data.epoch);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Complaint('The standby did not become the hub. Its log says why.');
}

async function json(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url);
    const value: unknown = await answer.json();
    return value;
  } catch {
    // While it changes nobody answers, or something that is no JSON.
    return null;
  }
}
