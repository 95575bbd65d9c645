import type { PrinterLinkConfig } from '../../../shared/config/printers.ts';
import type { PrinterLink } from '../printerLink.ts';
import { CupsQueue, cupsPlace } from './cups.ts';
import { deviceWire } from './deviceWire.ts';
import { epsonDialect } from './epsonDialect.ts';
import { LINK_TIMES, type LinkTimes } from './linkTimes.ts';
import { networkWire } from './networkWire.ts';
import { QueueLink } from './QueueLink.ts';
import { StreamLink } from './StreamLink.ts';
import { starDialect } from './starDialect.ts';

export interface LinkWish {
  readonly link: PrinterLinkConfig;
  readonly model: 'epson' | 'star';
  /** Whether what this printer says of itself is to be asked for and believed (decision 0016). */
  readonly canAnswer?: boolean;
}

/** The one way to a printer; nothing is opened until it is asked for something. Two links to one printer would take each other's connection. */
export function openLink({ link, model, canAnswer }: LinkWish, times: LinkTimes = LINK_TIMES): PrinterLink {
  if (link.kind === 'queue')
    return new QueueLink(new CupsQueue(link.name, cupsPlace()), times, canAnswer ?? false);
  const connect = link.kind === 'network' ? networkWire(link.host, link.port) : deviceWire(link.path);
  const dialect = model === 'star' ? starDialect : epsonDialect;
  return new StreamLink({ connect, dialect, times, canAnswer: canAnswer ?? true });
}
