import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { HandedKey } from '../../shared/protocol/standbyMessages.ts';
import { handKey } from './handKey.ts';
import { randomOf } from './randomPool.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;
const HEAD = Buffer.from([VERSION]);
/** 22 characters of base64url are 132 bits: nobody finds two texts with the same. */
const DIGEST_CHARS = 22;

/** Seals what is about persons under one key, and digests texts under another derived from the same secret. */
export class Sealing {
  private readonly sealKey: KeyObject;
  private readonly digestKey: KeyObject;
  private readonly secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.secret = secret;
    this.sealKey = derived(secret, 'heard seal');
    this.digestKey = derived(secret, 'heard digest');
  }

  /** `about` is bound in: a sealed row copied under another person's id does not open. */
  seal(about: string, value: unknown): Buffer {
    const iv = randomOf(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, iv);
    cipher.setAAD(Buffer.from(about));
    const text = cipher.update(JSON.stringify(value), 'utf8');
    // GCM is a stream: nothing is left for the end but the tag.
    cipher.final();
    return Buffer.concat([HEAD, iv, cipher.getAuthTag(), text]);
  }

  /** The JSON text sealed under `about`. Throws when it was sealed otherwise or touched since. */
  open(about: string, sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION) throw new Error(`unknown seal ${bytes[0]}`);
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, bytes.subarray(1, 1 + IV_BYTES));
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
    const text = bytes.subarray(1 + IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  }

  /** For a standby alone: what was sealed here must open there. */
  handedTo(publicKey: string): HandedKey {
    return handKey(this.secret, publicKey);
  }

  digest(text: string): string {
    return createHmac('sha256', this.digestKey).update(text).digest('base64url').slice(0, DIGEST_CHARS);
  }
}

/** As an object: from bytes Node makes one at every use, which took longer than the digest. */
function derived(secret: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), purpose, 32)));
}
