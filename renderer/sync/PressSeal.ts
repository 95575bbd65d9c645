import { z } from 'zod';
import type { CommandEnvelope } from '../../shared/domain/commands/command.ts';
import { cutPress, PressSecret, secretOf, wholePress } from '../../shared/sync/client/cutPress.ts';

const DATABASE = 'heard-seal';
const KEYS = 'keys';
const OWN = 'presses';
const IV_BYTES = 12;

const Bytes = z.instanceof(Uint8Array);
export const Seal = z.object({ iv: Bytes, box: Bytes });
export type Seal = z.infer<typeof Seal>;

/**
 * What is private in presses that wait in this browser, under a key that its pages can use and not read. A page of plain HTTP has
 * no such keys: there only what a cook may read is stored, and the rest is in the page's memory until the hub has it.
 */
export class PressSeal {
  private key: Promise<CryptoKey> | null = null;

  async cut(envelope: CommandEnvelope): Promise<{ envelope: CommandEnvelope; seal?: Seal }> {
    const secret = secretOf(envelope);
    if (secret === null) return { envelope };
    const cut = cutPress(envelope);
    if (!canSeal()) return { envelope: cut };
    try {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const text = new TextEncoder().encode(JSON.stringify(secret));
      const box = await crypto.subtle.encrypt(this.rule(iv, envelope.id), await this.own(), text);
      return { envelope: cut, seal: { iv, box: new Uint8Array(box) } };
    } catch {
      // A browser that gives no key keeps the press all the same, as it is cut.
      return { envelope: cut };
    }
  }

  async whole({
    envelope,
    seal,
  }: {
    envelope: CommandEnvelope;
    seal?: Seal | undefined;
  }): Promise<CommandEnvelope> {
    if (seal === undefined || !canSeal()) return envelope;
    try {
      const iv = new Uint8Array(seal.iv);
      const box = new Uint8Array(seal.box);
      const text = await crypto.subtle.decrypt(this.rule(iv, envelope.id), await this.own(), box);
      const secret: unknown = JSON.parse(new TextDecoder().decode(text));
      return wholePress(envelope, PressSecret.parse(secret));
    } catch {
      // Its key is gone with the browser's data: the party is not lost with its telephone number.
      return envelope;
    }
  }

  private rule(iv: Uint8Array<ArrayBuffer>, id: string) {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) };
  }

  private own(): Promise<CryptoKey> {
    this.key ??= ownKey();
    return this.key;
  }
}

/** False on a page of plain HTTP: what is private in a press that waits is lost when the page is left. */
export const canSeal = (): boolean => globalThis.isSecureContext && crypto.subtle !== undefined;

async function ownKey(): Promise<CryptoKey> {
  const database = await openKeys();
  const known = await asked(database.transaction(KEYS).objectStore(KEYS).get(OWN));
  if (known instanceof CryptoKey) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // `add`: of two tabs that begin at once the first has made it, and the other takes that.
  await asked(database.transaction(KEYS, 'readwrite').objectStore(KEYS).add(fresh, OWN)).catch(
    () => undefined,
  );
  const kept = await asked(database.transaction(KEYS).objectStore(KEYS).get(OWN));
  if (kept instanceof CryptoKey) return kept;
  throw new Error('this browser keeps no key');
}

function openKeys(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
  };
  return asked(request);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}
