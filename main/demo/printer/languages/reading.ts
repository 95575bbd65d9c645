import type { Op, Read } from './op.ts';

/** Of a command's parameters: what it asks, or null while the end of its data has not come. `taken`: parameters and data. */
export type Parameters = (rest: Buffer) => { readonly taken: number; readonly op: Op } | null;

/** A command of fixed length. */
export const fixed =
  (count: number, op: (...parameters: number[]) => Op): Parameters =>
  (rest) =>
    rest.length < count ? null : { taken: count, op: op(...rest.subarray(0, count)) };

export const ignored = (count: number): Parameters => fixed(count, () => ({ kind: 'nothing' }));

export const word = (low = 0, high = 0): number => low + high * 256;

export const unknown = (why: string): Op => ({ kind: 'unknown', why });

/** Commands by the bytes they begin with, as text of their hex. */
export type Commands = { readonly [prefix: string]: Parameters };

/** The command at the head of `bytes` (at least one). Longest prefixes are three bytes. */
export function readCommand(commands: Commands, bytes: Buffer): Read {
  for (let length = 1; length <= Math.min(LONGEST_PREFIX, bytes.length); length += 1) {
    const parameters = commands[bytes.toString('hex', 0, length)];
    if (parameters === undefined) continue;
    const read = parameters(bytes.subarray(length));
    return read === null ? null : { length: length + read.taken, op: read.op };
  }
  const begun = bytes.toString('hex', 0, LONGEST_PREFIX);
  if (bytes.length < LONGEST_PREFIX && Object.keys(commands).some((prefix) => prefix.startsWith(begun)))
    return null;
  return { length: 1, op: unknown(`a command nobody knows: ${begun}`) };
}

const LONGEST_PREFIX = 4;
