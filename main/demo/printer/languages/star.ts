import { type Body, canPrint } from './body.ts';
import type { PrinterModel } from './PrinterModel.ts';
import { readStarLine } from './readStarLine.ts';

/** Nine bytes of status; on a network the second says that a length follows them, which is 0 (no further data). */
const HEADER = [0x23, 0x86];
const NO_MORE = [0, 0];
const flag = (is: boolean, bits: number): number => (is ? bits : 0);

export const star: PrinterModel = {
  lineDots: 32,
  keepsReporting: true,
  read: readStarLine,
  requestLength: 3,
  realTime(bytes, body, ends) {
    return bytes[0] === 0x1b && bytes[1] === 0x06 && bytes[2] === 0x01 ? status(body, ends, false) : null;
  },
  // ETB has no answer of its own: the report of it is the answer.
  inOrder: () => null,
  report: status,
};

function status(body: Body, ends: number, isEnd: boolean): Buffer {
  const state = flag(body.isCoverOpen, 0x20) | flag(!canPrint(body), 0x08) | flag(isEnd, 0x02);
  const paper = flag(body.paper !== 'in', 0x04) | flag(body.paper === 'out', 0x08);
  const errors = flag(body.hasCutterError, 0x08);
  return Buffer.from([...HEADER, state, errors, 0, paper, 0, counterBits(ends), 0, ...NO_MORE]);
}

/** Five bits of a count, 0 to 31, at bits 1 to 3 and 5 to 6. */
const counterBits = (ends: number): number => ((ends & 7) << 1) | ((ends & 24) << 2);
