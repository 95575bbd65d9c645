import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { HandedKey } from '../../shared/protocol/standbyMessages.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A secret handed from one device to another over a line that others may read: X25519, HKDF and AES-256-GCM. Who can also change what is on
 * that line could take the standby's token and ask for himself; against him only a network of one's own helps.
 */
export interface KeyReceiver {
  readonly publicKey: string;
  /** Throws when it was sealed for another, or touched. */
  open(handed: HandedKey): Buffer;
}

export function keyReceiver(): KeyReceiver {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: textOf(publicKey),
    open: ({ from, box }) => {
      const bytes = Buffer.from(box, 'base64url');
      const shared = sharedKey(privateKey, from);
      const decipher = createDecipheriv('aes-256-gcm', shared, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    },
  };
}

/** `to`: the receiver's public key. Throws when it is none. */
export function handKey(secret: Uint8Array, to: string): HandedKey {
  const own = generateKeyPairSync('x25519');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sharedKey(own.privateKey, to), iv);
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  const box = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  return { from: textOf(own.publicKey), box };
}

const textOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64url');

function sharedKey(privateKey: KeyObject, other: string): Buffer {
  const publicKey = createPublicKey({ key: Buffer.from(other, 'base64url'), format: 'der', type: 'spki' });
  const secret = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), 'heard standby key', 32));
}
