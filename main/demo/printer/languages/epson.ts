import { type Body, canPrint } from './body.ts';
import type { InOrderAnswer } from './op.ts';
import type { PrinterModel } from './PrinterModel.ts';
import { readEscPos } from './readEscPos.ts';

/** Epson's status bytes (ESC/POS reference: DLE EOT, GS r, GS a, GS ( H). Bits that say what they are: 1 and 4 of a real-time status. */
const REAL_TIME = 0x12;
const REPORT = 0x10;
const flag = (is: boolean, bits: number): number => (is ? bits : 0);

export const epson: PrinterModel = {
  lineDots: 30,
  keepsReporting: false,
  read: readEscPos,
  requestLength: 3,
  realTime(bytes, body) {
    if (bytes[0] !== 0x10 || bytes[1] !== 0x04) return null;
    const status = realTimeStatus(bytes[2] ?? 0, body);
    return status === null ? null : Buffer.from([REAL_TIME | status]);
  },
  inOrder(answer: InOrderAnswer, body) {
    switch (answer.of) {
      case 'process':
        return Buffer.concat([Buffer.from([0x37, 0x22]), answer.id, Buffer.from([0])]);
      case 'paper':
        return Buffer.from([flag(body.paper !== 'in', 0x03) | flag(body.paper === 'out', 0x0c)]);
      case 'drawer':
        return Buffer.from([0]);
      case 'end':
        return null;
      default:
        return answer satisfies never;
    }
  },
  report(body) {
    const first =
      REPORT | flag(!canPrint(body), 0x08) | flag(body.isCoverOpen, 0x20) | flag(body.isOffline, 0x40);
    const paper = flag(body.paper !== 'in', 0x03) | flag(body.paper === 'out', 0x0c);
    return Buffer.from([first, flag(body.hasCutterError, 0x08), paper, 0]);
  },
};

function realTimeStatus(n: number, body: Body): number | null {
  switch (n) {
    case 1:
      return flag(!canPrint(body), 0x08);
    case 2:
      return (
        flag(body.isCoverOpen, 0x04) |
        flag(body.isOffline, 0x08) |
        flag(body.paper === 'out', 0x20) |
        flag(body.hasCutterError, 0x40)
      );
    case 3:
      return flag(body.hasCutterError, 0x08);
    case 4:
      return flag(body.paper !== 'in', 0x0c) | flag(body.paper === 'out', 0x60);
    default:
      return null;
  }
}
