import type { PrinterStatus } from '../printerLink.ts';

/** What keeps a printer from printing. */
export type Trouble = Extract<PrinterStatus, { readonly detail: string }>;

export const isTrouble = (status: PrinterStatus): status is Trouble => 'detail' in status;
