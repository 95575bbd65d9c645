/**
 * Sizes on the glass are physical: a cook reads letters of so many millimetres from so far away, whatever the screen. Set-up will ask for
 * diagonal and distance; until then the screen's pixels name the screens we know.
 */
export interface Glass {
  readonly pxPerMm: number;
  /** From eye to glass; type grows with it. */
  readonly distanceM: number;
}

const MM_PER_INCH = 25.4;
/** What a browser calls an inch where nobody said anything. */
const CSS_PX_PER_MM = 96 / MM_PER_INCH;
/** Cap height of Atkinson Hyperlegible Next in em (OS/2 sCapHeight 668 of 1000). */
export const CAP_HEIGHT_EM = 0.668;

interface KnownScreen {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly diagonalInch: number;
  readonly distanceM: number;
}

const KNOWN_SCREENS: readonly KnownScreen[] = [
  { widthPx: 1920, heightPx: 1080, diagonalInch: 21.5, distanceM: 1 },
  { widthPx: 1080, heightPx: 1920, diagonalInch: 21.5, distanceM: 1 },
  { widthPx: 1280, heightPx: 800, diagonalInch: 10.1, distanceM: 0.6 },
];

export function glassOf(widthPx: number, heightPx: number): Glass {
  const known = KNOWN_SCREENS.find((screen) => screen.widthPx === widthPx && screen.heightPx === heightPx);
  if (!known) return { pxPerMm: CSS_PX_PER_MM, distanceM: 1 };
  const diagonalMm = known.diagonalInch * MM_PER_INCH;
  return { pxPerMm: Math.hypot(widthPx, heightPx) / diagonalMm, distanceM: known.distanceM };
}

/** Font size whose capitals are `capMm` high when read at 1 m, and as large to the eye at this glass's distance. */
export function fontPx(glass: Glass, capMm: number): number {
  return (capMm * glass.distanceM * glass.pxPerMm) / CAP_HEIGHT_EM;
}

/** LOOK.md: cap heights at 1 m. */
export const CAP_MM = { title: 7, large: 5, medium: 4, small: 3 } as const;
/** A wet thumb: the same on every screen, however near. */
export const BUMP_MM = 15;
/** Any other target. */
export const TARGET_PX = 48;
/** A sleeve or a cloth, not a finger. */
export const SLEEVE_MM = 25;

/** The custom properties every style sheet measures with. `--u` is 1 mm as seen from 1 m: the unit of all spacing. */
export function glassProperties(glass: Glass): Record<string, string> {
  const px = (value: number) => `${Math.round(value * 100) / 100}px`;
  return {
    '--type-title': px(fontPx(glass, CAP_MM.title)),
    '--type-large': px(fontPx(glass, CAP_MM.large)),
    '--type-medium': px(fontPx(glass, CAP_MM.medium)),
    '--type-small': px(fontPx(glass, CAP_MM.small)),
    '--u': px(glass.pxPerMm * glass.distanceM),
    '--bump': px(Math.max(TARGET_PX, Math.ceil(glass.pxPerMm * BUMP_MM))),
    '--target': px(TARGET_PX),
  };
}
