/** Colours as three numbers of 0 to 1: sRGB as written, or linear light. */
export type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** `#rrggbb`; anything else throws. */
export function parseHex(text: string): Rgb {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(text.trim());
  if (!found) throw new Error(`not a colour of six digits: ${text}`);
  const part = (at: number) => Number.parseInt(found[at] ?? '', 16) / 255;
  return [part(1), part(2), part(3)];
}

/** IEC 61966-2-1. */
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encoded = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const each = ([r, g, b]: Rgb, change: (value: number) => number): Rgb => [change(r), change(g), change(b)];

function times(matrix: Matrix, [x, y, z]: Rgb): Rgb {
  const row = ([a, b, c]: Rgb) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Rgb): number {
  const [r, g, b] = each(colour, linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009: the
 * matrices of severity 1.0, for linear RGB.
 */
export const DEFICIENCIES: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as somebody with that deficiency sees it. */
export function seenWith(matrix: Matrix, colour: Rgb): Rgb {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return each(times(matrix, each(colour, linear)), (value) => encoded(within(value)));
}

/** IEC 61966-2-1, sRGB to CIE XYZ under D65, and CIE 15 from there. */
const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const D65: Rgb = [0.95047, 1, 1.08883];

function lab(colour: Rgb): Rgb {
  const bent = (value: number) =>
    value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27) * (value / 116) + 16 / 116;
  const [x, y, z] = times(TO_XYZ, each(colour, linear));
  const [fx, fy, fz] = [bent(x / D65[0]), bent(y / D65[1]), bent(z / D65[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/**
 * CIEDE2000 between two sRGB colours: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30(1),
 * 2005. About 1 is just noticed side by side.
 */
export function deltaE(one: Rgb, other: Rgb): number {
  return deltaELab(lab(one), lab(other));
}

const FULL = 2 * Math.PI;
const degrees = (value: number) => (value * FULL) / 360;

export function deltaELab([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const seventh = (value: number) => Math.sqrt(value ** 7 / (value ** 7 + 25 ** 7));
  const g = (1 - seventh(chroma)) / 2;
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) + FULL) % FULL);
  const [h1, h2] = [hue(a1 * (1 + g), b1), hue(a2 * (1 + g), b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 3 * Math.PI) % FULL) - Math.PI;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2);
  const meanL = (l1 + l2) / 2;
  const meanC = (c1 + c2) / 2;
  const meanH = isGrey ? h1 + h2 : (h1 + turn / 2 + FULL) % FULL;
  const t =
    1 -
    0.17 * Math.cos(meanH - degrees(30)) +
    0.24 * Math.cos(2 * meanH) +
    0.32 * Math.cos(3 * meanH + degrees(6)) -
    0.2 * Math.cos(4 * meanH - degrees(63));
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanC;
  const sH = 1 + 0.015 * meanC * t;
  const bend = degrees(60) * Math.exp(-(((meanH - degrees(275)) / degrees(25)) ** 2));
  const rotation = -Math.sin(bend) * 2 * seventh(meanC);
  const [l, c, h] = [dL / sL, dC / sC, dH / sH];
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
}
