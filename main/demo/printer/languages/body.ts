/** What a person does to a printer, and what its sensors then say. */
export interface Body {
  readonly paper: 'in' | 'near' | 'out';
  readonly isCoverOpen: boolean;
  /** Taken offline at the printer itself: its feed or online button. */
  readonly isOffline: boolean;
  readonly hasCutterError: boolean;
}

export const WELL: Body = { paper: 'in', isCoverOpen: false, isOffline: false, hasCutterError: false };

export const canPrint = (body: Body): boolean =>
  body.paper !== 'out' && !body.isCoverOpen && !body.isOffline && !body.hasCutterError;
