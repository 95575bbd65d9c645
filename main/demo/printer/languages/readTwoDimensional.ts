import type { Op, Symbology } from './op.ts';
import { type Parameters, unknown, word } from './reading.ts';

const SYMBOLOGIES = { 48: 'PDF417', 49: 'QR' } as const;
const SETTINGS = [65, 66, 67, 68, 69, 70, 71];
const STORE = 80;
const PRINT = 81;

/** `GS ( k`: settings, the data to keep, then the order to print them. */
export function readTwoDimensional(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 2) return null;
  const taken = 2 + word(rest[0], rest[1]);
  if (rest.length < taken) return null;
  const [cn = 0, fn = 0] = rest.subarray(2, taken);
  const symbology = SYMBOLOGIES[cn as keyof typeof SYMBOLOGIES];
  if (symbology === undefined) return { taken, op: unknown(`the two-dimensional code ${cn}`) };
  return { taken, op: op(symbology, fn, rest.subarray(5, taken)) };
}

function op(symbology: Symbology, fn: number, data: Buffer): Op {
  if (SETTINGS.includes(fn)) return { kind: 'nothing' };
  if (fn === STORE) return { kind: 'storeCode', data: data.toString('utf8') };
  if (fn === PRINT) return { kind: 'printCode', symbology };
  return unknown(`function ${fn} of a ${symbology} code`);
}
