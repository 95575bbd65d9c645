import { request } from 'node:http';

/**
 * The few lines of IPP (RFC 8010, 8011) that a print queue is asked in: the packages for it are years old, know no deadline, and `lpstat` calls a cancelled job
 * and a finished one the same.
 */
export type Place = { readonly socketPath: string } | { readonly host: string; readonly port: number };

type Tag = keyof typeof TAGS;
const TAGS = {
  integer: 0x21,
  text: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  media: 0x49,
};
const NUMBERS = new Set([0x21, 0x23]);
const FIRST_VALUE_TAG = 0x10;
const OPERATION_GROUP = 0x01;
const END = 0x03;
const HEADER_BYTES = 8;
/** An answer larger than any of ours is not IPP. */
const MOST_BYTES = 1_000_000;

export const OPERATIONS = { printJob: 0x02, cancelJob: 0x08, jobAttributes: 0x09, printerAttributes: 0x0b };

export type Attribute = readonly [name: string, tag: Tag, ...values: (string | number)[]];

export interface Answer {
  /** Below 0x100: done as asked. */
  readonly status: number;
  /** Values that are none (`no-value`) are left out. */
  readonly attributes: ReadonlyMap<string, readonly (string | number)[]>;
}

export function writeRequest(operation: number, attributes: readonly Attribute[], data: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(0x0200, 0);
  header.writeUInt16BE(operation, 2);
  header.writeUInt32BE(1, 4);
  const always: Attribute[] = [
    ['attributes-charset', 'charset', 'utf-8'],
    ['attributes-natural-language', 'language', 'en'],
  ];
  const written = [...always, ...attributes].flatMap(writeAttribute);
  return Buffer.concat([header, Buffer.of(OPERATION_GROUP), ...written, Buffer.of(END), data]);
}

function writeAttribute([name, tag, ...values]: Attribute): Buffer[] {
  return values.flatMap((value, place) => {
    const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.alloc(4);
    if (typeof value === 'number') bytes.writeInt32BE(value);
    // Further values of an attribute have no name.
    return [Buffer.of(TAGS[tag]), counted(Buffer.from(place === 0 ? name : '')), counted(bytes)];
  });
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Throws a RangeError where the bytes end too soon. */
export function readAnswer(bytes: Buffer): Answer {
  const attributes = new Map<string, (string | number)[]>();
  let name = '';
  let at = HEADER_BYTES;
  const next = (): Buffer => {
    const length = bytes.readUInt16BE(at);
    at += 2 + length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length && bytes[at] !== END) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag < FIRST_VALUE_TAG) continue;
    name = next().toString() || name;
    const value = next();
    const known = attributes.get(name) ?? [];
    if (NUMBERS.has(tag)) attributes.set(name, [...known, value.readInt32BE()]);
    else if (tag > 0x1f) attributes.set(name, [...known, value.toString()]);
  }
  return { status: bytes.readUInt16BE(2), attributes };
}

/** Rejects when there is no answer, or none in time. */
export function ask(place: Place, path: string, body: Buffer, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' };
    const asked = request({ ...place, path, method: 'POST', headers, signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > MOST_BYTES) response.destroy(new Error('the answer is too long'));
        chunks.push(chunk);
      });
      response.on('end', () => {
        try {
          if (response.statusCode !== 200)
            throw new Error(`the print service answers ${response.statusCode}`);
          resolve(readAnswer(Buffer.concat(chunks)));
        } catch (error) {
          reject(error);
        }
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
