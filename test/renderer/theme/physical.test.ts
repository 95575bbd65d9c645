import { describe, expect, test } from 'vitest';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import {
  BUMP_MM,
  CAP_HEIGHT_EM,
  CAP_MM,
  type Glass,
  glassOf,
  glassOfPage,
  glassProperties,
  TARGET_PX,
} from '../../../renderer/theme/physical.ts';
import { assumedGlass, rescaled, takeGlass } from '../../../renderer/theme/tellGlass.ts';
import { USUAL_DISTANCES_M, USUAL_INCHES } from '../../../renderer/theme/usualGlasses.ts';
import { glassSearch, ToldGlass } from '../../../shared/protocol/toldGlass.ts';

interface Device {
  readonly inch: number;
  readonly distanceM: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** As they are sold, in CSS pixels, at the distances LOOK.md names: near ones at 0.6 m, the wall at 1 m, a television above the line at 2 m. */
const LYING: readonly Device[] = [
  { inch: 7, distanceM: 0.4, widthPx: 960, heightPx: 600 },
  { inch: 7, distanceM: 0.6, widthPx: 1024, heightPx: 600 },
  { inch: 10.1, distanceM: 0.6, widthPx: 1280, heightPx: 800 },
  { inch: 10.1, distanceM: 0.6, widthPx: 1920, heightPx: 1200 },
  { inch: 10.4, distanceM: 0.6, widthPx: 1333, heightPx: 800 },
  { inch: 15.6, distanceM: 0.6, widthPx: 1920, heightPx: 1080 },
  { inch: 15.6, distanceM: 1, widthPx: 1366, heightPx: 768 },
  { inch: 24, distanceM: 1, widthPx: 1920, heightPx: 1080 },
  { inch: 24, distanceM: 1.5, widthPx: 2560, heightPx: 1440 },
  { inch: 55, distanceM: 2, widthPx: 3840, heightPx: 2160 },
  { inch: 55, distanceM: 1, widthPx: 1920, heightPx: 1080 },
];
const DEVICES = LYING.flatMap((device) => [
  device,
  { ...device, widthPx: device.heightPx, heightPx: device.widthPx },
]);
const glassOfDevice = ({ widthPx, heightPx, inch, distanceM }: Device) =>
  glassOf(widthPx, heightPx, { inch, distanceM });
const nameOf = ({ inch, distanceM, widthPx, heightPx }: Device) =>
  `${inch} inch, ${widthPx} x ${heightPx}, at ${distanceM} m`;

/** A footer of two rows and the line above it, in mm as seen from 1 m and in targets: none of them is higher. */
const footerPx = ({ pxPerMm, distanceM }: Glass) =>
  2 * Math.max(TARGET_PX, 14 * pxPerMm * distanceM) + 6 * pxPerMm * distanceM + TARGET_PX;
const gridOf = (device: Device) => {
  const glass = glassOfDevice(device);
  const { widthPx, heightPx } = device;
  return boardGrid(widthPx, heightPx - footerPx(glass), glass.pxPerMm, glass.distanceM);
};

describe.each(DEVICES.map((device) => ({ name: nameOf(device), device })))('$name', ({ device }) => {
  const glass = glassOfDevice(device);
  const properties = glassProperties(glass);
  const px = (name: string) => Number.parseFloat(properties[name] ?? '');

  test('its diagonal is what was told', () => {
    const { widthPx, heightPx, inch } = device;
    expect(Math.hypot(widthPx / glass.pxPerMm, heightPx / glass.pxPerMm) / 25.4).toBeCloseTo(inch);
  });

  test.each(Object.entries(CAP_MM))(
    'capitals of %s are %d mm at 1 m, and as large to the eye here',
    (name, mm) => {
      const capPx = px(`--type-${name}`) * CAP_HEIGHT_EM;
      expect(capPx / glass.pxPerMm / glass.distanceM).toBeCloseTo(mm, 1);
    },
  );

  test('the bump is 15 mm, every target 48 px', () => {
    const bumpMm = px('--bump') / glass.pxPerMm;
    expect(bumpMm).toBeGreaterThanOrEqual(BUMP_MM);
    expect(px('--bump')).toBeLessThanOrEqual(Math.max(TARGET_PX, BUMP_MM * glass.pxPerMm + 1));
    expect(px('--bump')).toBeGreaterThanOrEqual(TARGET_PX);
    expect(px('--target')).toBe(TARGET_PX);
  });

  test('it holds a tile, and every tile it holds has its width', () => {
    const { columns, rows, tileWidthPx, tileHeightPx, gapPx } = gridOf(device);
    expect(columns * (tileWidthPx + gapPx) + gapPx).toBeLessThanOrEqual(device.widthPx);
    expect(rows * (tileHeightPx + gapPx) + gapPx).toBeLessThanOrEqual(device.heightPx);
    expect(tileHeightPx).toBeGreaterThan(0);
    // Twelve capitals of a dish, its quantity and its seat; tiles end at whole pixels.
    if (columns > 1) expect((tileWidthPx + 1) / glass.pxPerMm / glass.distanceM).toBeGreaterThanOrEqual(82);
  });
});

describe('fewer tiles, never smaller type', () => {
  const lying = (widthPx: number, heightPx: number, inch: number, distanceM: number) =>
    gridOf({ widthPx, heightPx, inch, distanceM });
  test('a 10 inch glass is one row of four, upright two by two', () => {
    for (const [width, height] of [
      [1280, 800],
      [1920, 1200],
      [960, 600],
    ] as const) {
      expect(lying(width, height, 10.1, 0.6)).toMatchObject({ columns: 4, rows: 1 });
      expect(lying(height, width, 10.1, 0.6)).toMatchObject({ columns: 2, rows: 2 });
    }
  });
  test('a 7 inch glass still has a tile, from arm’s length two', () => {
    expect(lying(1024, 600, 7, 1)).toMatchObject({ columns: 1, rows: 1 });
    expect(lying(1024, 600, 7, 0.6)).toMatchObject({ columns: 2, rows: 1 });
    expect(lying(600, 1024, 7, 0.6)).toMatchObject({ columns: 1, rows: 1 });
  });
  /**
   * Held upright a 4:3 tablet of 10.4 inch or more has three columns where LOOK.md's 10 inch has two: of the evening's tickets six stand whole instead
   * of four. Three rows of two would leave 70 mm above a bump, which holds no allergy and three dishes.
   */
  test.each([
    [9.7, 0.6, 2, 2],
    [10.1, 0.6, 2, 2],
    [10.4, 0.6, 3, 2],
    [9.7, 0.7, 2, 1],
    [10.4, 0.7, 2, 2],
    [9.7, 0.8, 2, 1],
    [10.4, 0.8, 2, 1],
  ])('a 4:3 tablet of %d inch, upright at %d m, has %d x %d', (inch, distanceM, columns, rows) => {
    const tablet = lying(768, 1024, inch, distanceM);
    expect(tablet).toMatchObject({ columns, rows });
    // No tile holds less than one of the five by two on the wall, whose footer is one row.
    const wallGlass = glassOf(1920, 1080);
    const wall = boardGrid(1920, 1080 - 118, wallGlass.pxPerMm, wallGlass.distanceM);
    const areaOf = ({ tileWidthPx, tileHeightPx }: typeof wall, { pxPerMm, distanceM: metres }: Glass) =>
      (tileWidthPx * (tileHeightPx - BUMP_MM * pxPerMm)) / (pxPerMm * metres) ** 2;
    const glass = glassOf(768, 1024, { inch, distanceM });
    expect(areaOf(tablet, glass)).toBeGreaterThanOrEqual(areaOf(wall, wallGlass));
  });
  test('the farther away, the fewer', () => {
    const tiles = USUAL_DISTANCES_M.map((distanceM) => {
      const { columns, rows } = lying(1920, 1080, 24, distanceM);
      return columns * rows;
    });
    expect(tiles).toEqual([...tiles].sort((one, other) => other - one));
    expect(new Set(tiles).size).toBeGreaterThan(3);
  });
});

describe('whose word counts', () => {
  const wall = { widthPx: 1920, heightPx: 1080 };
  const window = { widthPx: 1280, heightPx: 800 };
  test('what somebody told, of the device and not of the window', () => {
    expect(glassOfPage(wall, window, { inch: 43, distanceM: 2 })).toEqual(
      glassOf(1920, 1080, { inch: 43, distanceM: 2 }),
    );
  });
  test('else a device we know, else a window we know', () => {
    expect(glassOfPage(wall, window, null)).toEqual(glassOf(1920, 1080));
    expect(glassOfPage({ widthPx: 1500, heightPx: 900 }, window, null)).toEqual(glassOf(1280, 800));
  });
  test('who opens the sheet finds what the glass is taken for', () => {
    expect(assumedGlass(wall, glassOf(1920, 1080))).toEqual({ inch: 21.5, distanceM: 1 });
    expect(assumedGlass({ widthPx: 1440, heightPx: 900 }, glassOf(1440, 900))).toEqual({
      inch: 17.69,
      distanceM: 1,
    });
  });
  test('an outline that is to be larger makes the glass smaller, and nothing leaves the range', () => {
    expect(rescaled({ inch: 24, distanceM: 1 }, 1.2)).toEqual({ inch: 20, distanceM: 1 });
    expect(rescaled({ inch: 7, distanceM: 1 }, 2).inch).toBe(7);
    expect(rescaled({ inch: 55, distanceM: 1 }, 0.5).inch).toBe(55);
  });
});

describe('the link of a new screen', () => {
  test('carries what was told, and the page takes it out of its address', () => {
    const glass = { inch: 15.6, distanceM: 1 };
    expect(glassSearch(glass)).toBe('?inch=15.6&distance=1');
    expect(takeGlass(glassSearch(glass))).toEqual({ glass, search: '' });
    expect(takeGlass('?lang=es&inch=7&distance=0.4&view=run')).toEqual({
      glass: { inch: 7, distanceM: 0.4 },
      search: '?lang=es&view=run',
    });
  });
  test('that nobody told anything of carries nothing', () => {
    expect(glassSearch(null)).toBe('');
    expect(takeGlass('?lang=es')).toEqual({ glass: null, search: '?lang=es' });
  });
  test.each([
    '?inch=6&distance=1',
    '?inch=56&distance=1',
    '?inch=15&distance=0',
    '?inch=x&distance=1',
    '?inch=15',
  ])('%s is no screen', (search) => expect(takeGlass(search).glass).toBeNull());
  test('all that may be chosen may be told', () => {
    for (const inch of USUAL_INCHES)
      for (const distanceM of USUAL_DISTANCES_M)
        expect(ToldGlass.safeParse({ inch, distanceM }).success).toBe(true);
  });
});
