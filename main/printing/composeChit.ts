import { type ChitContext, chitContent, type PaperState } from '../../shared/chits/chitContent.ts';
import type { ChitLine, Columns } from '../../shared/chits/chitLines.ts';
import { layOut } from '../../shared/chits/layOut.ts';
import type { PrinterConfig } from '../../shared/config/printers.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import { encodeChit } from './encode.ts';
import { printSpeech } from './printWords.ts';
import { chitPicture } from './raster/chitPicture.ts';

export interface Composing extends Omit<ChitContext, 'language'> {
  readonly printer: Pick<PrinterConfig, 'model' | 'width' | 'language'>;
}

/** A chit as the state is now, in the printer's language and width, as the bytes it takes. */
export function composeChit(state: PaperState, chit: Chit, composing: Composing): Buffer {
  const { lines, columns } = layChit(state, chit, composing);
  return encodeChit(lines, { model: composing.printer.model, columns });
}

/** The same as a picture. */
export function chitPng(state: PaperState, chit: Chit, composing: Composing): Buffer {
  const { lines, columns } = layChit(state, chit, composing);
  return chitPicture(lines, columns);
}

export function columnsOf(width: PrinterConfig['width']): Columns {
  return width === 58 ? 32 : 48;
}

function layChit(
  state: PaperState,
  chit: Chit,
  { printer, config, nameOf }: Composing,
): { readonly lines: readonly ChitLine[]; readonly columns: Columns } {
  const language = printer.language ?? config.venue.language;
  const columns = columnsOf(printer.width);
  const content = chitContent(state, chit, { config, language, nameOf });
  return {
    columns,
    lines: layOut(content, { columns, speech: printSpeech(language, config.venue.timeZone) }),
  };
}
