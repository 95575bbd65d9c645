import type { ToldGlass } from '../../shared/protocol/toldGlass.ts';

/**
 * Sizes on the glass are physical: a cook reads letters of so many millimetres from so far away, whatever the screen. Whoever sets a screen up
 * tells its diagonal and distance; until then the screen's pixels name the screens we know.
 */
export interface Glass {
  readonly pxPerMm: number;
  /** From eye to glass; type grows with it. */
  readonly distanceM: number;
}

export const MM_PER_INCH = 25.4;
/** What a browser calls an inch where nobody said anything. */
const CSS_PX_PER_MM = 96 / MM_PER_INCH;
/** Cap height of Atkinson Hyperlegible Next in em (OS/2 sCapHeight 668 of 1000). */
export const CAP_HEIGHT_EM = 0.668;

interface KnownScreen {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly told: ToldGlass;
}

const KNOWN_SCREENS: readonly KnownScreen[] = [
  { widthPx: 1920, heightPx: 1080, told: { inch: 21.5, distanceM: 1 } },
  { widthPx: 1080, heightPx: 1920, told: { inch: 21.5, distanceM: 1 } },
  { widthPx: 1280, heightPx: 800, told: { inch: 10.1, distanceM: 0.6 } },
];

const knownAs = (widthPx: number, heightPx: number) =>
  KNOWN_SCREENS.find((screen) => screen.widthPx === widthPx && screen.heightPx === heightPx)?.told ?? null;

/** The glass of so many CSS pixels, as somebody told it, else as the screen we know it for, else 96 px an inch at 1 m. */
export function glassOf(widthPx: number, heightPx: number, told: ToldGlass | null = null): Glass {
  const { inch, distanceM } = told ?? knownAs(widthPx, heightPx) ?? { inch: null, distanceM: 1 };
  if (inch === null) return { pxPerMm: CSS_PX_PER_MM, distanceM };
  return { pxPerMm: Math.hypot(widthPx, heightPx) / (inch * MM_PER_INCH), distanceM };
}

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The device decides how large a millimetre is, not the window; a window of a size we know is a whole device. */
export function glassOfPage(device: Size, window: Size, told: ToldGlass | null): Glass {
  const isWindow = told === null && knownAs(device.widthPx, device.heightPx) === null;
  const { widthPx, heightPx } = isWindow ? window : device;
  return glassOf(widthPx, heightPx, told);
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

/** 15 mm; on a glass of few pixels no less than any other target. */
export function bumpPx({ pxPerMm }: Glass): number {
  return Math.max(TARGET_PX, Math.ceil(pxPerMm * BUMP_MM));
}

/** The custom properties every style sheet measures with. `--u` is 1 mm as seen from 1 m: the unit of all spacing. */
export function glassProperties(glass: Glass): Record<string, string> {
  const px = (value: number) => `${Math.round(value * 100) / 100}px`;
  return {
    '--type-title': px(fontPx(glass, CAP_MM.title)),
    '--type-large': px(fontPx(glass, CAP_MM.large)),
    '--type-medium': px(fontPx(glass, CAP_MM.medium)),
    '--type-small': px(fontPx(glass, CAP_MM.small)),
    '--u': px(glass.pxPerMm * glass.distanceM),
    '--mm': px(glass.pxPerMm),
    '--bump': px(bumpPx(glass)),
    '--target': px(TARGET_PX),
  };
}

/** Writes them where a style sheet finds them. */
export function measureWith(element: HTMLElement, glass: Glass): void {
  for (const [name, value] of Object.entries(glassProperties(glass))) element.style.setProperty(name, value);
}
