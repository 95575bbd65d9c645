import { renderSVG } from 'uqr';
import { escaped } from '../plain/plainPage.ts';

/** Light modules around a code that readers need (ISO 18004: four). */
const QUIET_ZONE = 4;
const CODE_PX = 240;

/** An address as a QR code. Without a size of its own it would fill a page. */
export function codeOf(address: string, label: string): string {
  const svg = renderSVG(address, { ecc: 'M', border: QUIET_ZONE });
  return svg.replace(
    '<svg ',
    `<svg role="img" aria-label="${escaped(label)}" width="${CODE_PX}" height="${CODE_PX}" `,
  );
}
