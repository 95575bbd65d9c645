import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CommandEnvelope } from '../../shared/domain/commands/command.ts';
import { cutPress, PressSecret, secretOf, wholePress } from '../../shared/sync/client/cutPress.ts';
import { syncFolder, writeAndSync } from './durableFile.ts';
import { parseJson } from './json.ts';
import { Sealing } from './sealing.ts';

const KEY_BYTES = 32;
/** Beside what the envelope says; builds that know nothing of it read the press cut. */
const Sealed = z.object({ sealed: z.string().optional() });

/**
 * What is private in presses that wait on a station's disk, under a key of this device alone that lies outside its database. Made
 * with the first such press. A press whose seal cannot be opened goes as it is cut: the party is not lost with its telephone number.
 */
export class OutboxSeal {
  private readonly dataDir: string;
  private made: Sealing | null = null;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  text(envelope: CommandEnvelope): string {
    const secret = secretOf(envelope);
    if (secret === null) return JSON.stringify(envelope);
    this.makeKey();
    const sealed = this.sealing().seal(`press:${envelope.id}`, secret).toString('base64');
    return JSON.stringify({ ...cutPress(envelope), sealed });
  }

  envelope(text: string): CommandEnvelope {
    const envelope = parseJson(CommandEnvelope, text);
    const { sealed } = parseJson(Sealed, text);
    if (sealed === undefined) return envelope;
    try {
      const secret = this.sealing().open(`press:${envelope.id}`, Buffer.from(sealed, 'base64'));
      return wholePress(envelope, parseJson(PressSecret, secret));
    } catch {
      // No key any more, another one, or a touched row: what is left of it is still who, how many and what they must not eat.
      return envelope;
    }
  }

  private sealing(): Sealing {
    this.made ??= new Sealing(readFileSync(this.path()));
    return this.made;
  }

  private path(): string {
    return join(this.dataDir, 'keys', 'outbox');
  }

  private makeKey(): void {
    const path = this.path();
    if (existsSync(path)) return;
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const beside = `${path}.${randomUUID()}`;
    writeAndSync(beside, randomBytes(KEY_BYTES), 'wx', 0o600);
    renameSync(beside, path);
    syncFolder(folder);
  }
}
