import { describe, expect, test } from 'vitest';
import { THEMES } from '../../../renderer/theme/wearTheme.ts';
import { en } from '../../../shared/lib/words/en.ts';
import { es } from '../../../shared/lib/words/es.ts';
import { contrast, DEFICIENCIES, deltaE, deltaELab, type Rgb, seenWith } from './colourMath.ts';
import { ALIKE, ALLERGY_ONLY, EDGES, NOT_THEMED, SAYS_NOTHING, STATES, WRITTEN } from './colourTable.ts';
import { allRules, type Colours, type Rule, sourceOf, themeColours, tokenIn } from './styleSheets.ts';

/** WCAG 2.2: 1.4.3 and, for high contrast, 1.4.6; 1.4.11 for what is not text. */
const TEXT = { dark: 4.5, light: 4.5, contrast: 7 } as const;
const EDGE = { dark: 3, light: 3, contrast: 4.5 } as const;
/** CIEDE2000: two patches of colour on one glass, not side by side, are still told apart by name. */
const ALIKE_BELOW = 10;
/** The allergy's colour is far from every other one, for eyes that see all colours. */
const ALLERGY_APART = 18;

const themes = themeColours();
const rules = allRules();
const themed = rules.filter(({ sheet }) => sheet !== NOT_THEMED);

const ROUND_THE_EDGE = /^(border|outline|box-shadow|text-decoration)/u;
const A_LITERAL = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|color-mix)a?\(|\b(?:white|black)\b/iu;

const coloursOf = (theme: string): Colours => themes.get(theme) ?? new Map();
function colour(colours: Colours, token: string): Rgb {
  const found = colours.get(token);
  if (!found) throw new Error(`no theme has --${token}`);
  return found;
}

/** Short names that a sheet gives to tokens: `--bg: var(--ground)`. */
const aliases = new Map(
  themed.flatMap(({ declarations }) =>
    declarations.flatMap(([name, value]) => {
      const token = name.startsWith('--') && /^var\(--[\w-]+\)$/u.test(value) ? tokenIn(value) : null;
      return token === null ? [] : [[name.slice(2), token] as const];
    }),
  ),
);

/** The colour a declaration takes from the theme; null: none, or a measure. */
function themedToken(value: string): string | null {
  const found = [...value.matchAll(/var\(--([\w-]+)/gu)].map(([, name = '']) => aliases.get(name) ?? name);
  return found.find((name) => coloursOf('dark').has(name)) ?? null;
}

const saidIn = ({ declarations }: Rule, asked: string) =>
  declarations.flatMap(([property, value]) => (property === asked ? (themedToken(value) ?? []) : []))[0] ??
  null;

describe('every colour is a token of the themes', () => {
  test('all three themes have the same tokens', () => {
    expect([...themes.keys()]).toEqual([...THEMES]);
    const names = [...coloursOf('dark').keys()].sort();
    for (const theme of THEMES) expect([...coloursOf(theme).keys()].sort()).toEqual(names);
  });

  test('no style sheet writes a colour of its own', () => {
    const literal = themed.flatMap(({ sheet, selector, declarations }) =>
      declarations
        .filter(
          ([property, value]) => property !== 'mask' && property !== 'white-space' && A_LITERAL.test(value),
        )
        .map(([property, value]) => `${sheet} ${selector} ${property}: ${value}`),
    );
    expect(literal).toEqual([]);
  });

  test('every token that is used is in a theme', () => {
    const measures =
      /^(?:u|mm|bump|target|gap|radius|indent|face|type-\w+|sheet-gap|tile-[wh]|tooth|cell-height|time-\w+|share-\w+|quantity-side|tick-\w+|ready-weight)$/u;
    const unknown = themed.flatMap(({ sheet, declarations }) =>
      declarations.flatMap(([, value]) =>
        [...value.matchAll(/var\(--([\w-]+)/gu)]
          .map(([, name = '']) => aliases.get(name) ?? name)
          .filter((name) => !coloursOf('dark').has(name) && !measures.test(name))
          .map((name) => `${sheet}: --${name}`),
      ),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the table of pairs is complete', () => {
  test('every colour of words', () => {
    const missing = themed.flatMap((rule) => {
      const [text, fill] = [saidIn(rule, 'color'), saidIn(rule, 'background')];
      const name = `${rule.sheet} ${rule.selector}: ${text} on ${fill}`;
      if (text !== null && !(text in WRITTEN)) return [name];
      return text !== null && fill !== null && !WRITTEN[text]?.includes(fill) ? [name] : [];
    });
    expect(missing).toEqual([]);
  });

  test('every fill: a rule that fills with a state says what is written on it', () => {
    const surfaces = new Set(WRITTEN.ink);
    /** Drawn without words: the time left of an UNDO, the hold of CLEAN, the field behind a QR code. */
    const bare = [/\.bar$/u, /::before$/u, /\.code$/u];
    const missing = themed
      .filter((rule) => {
        const fill = saidIn(rule, 'background');
        return fill !== null && !surfaces.has(fill) && saidIn(rule, 'color') === null;
      })
      .filter(({ selector }) => !bare.some((one) => one.test(selector)));
    expect(missing.map(({ sheet, selector }) => `${sheet} ${selector}`)).toEqual([]);
  });

  test('every colour of an edge', () => {
    const missing = themed.flatMap(({ sheet, selector, declarations }) =>
      declarations
        .filter(([property]) => ROUND_THE_EDGE.test(property))
        .map(([, value]) => themedToken(value))
        .filter((token) => token !== null && !(token in EDGES) && !SAYS_NOTHING.includes(token))
        .map((token) => `${sheet} ${selector}: ${token}`),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(THEMES)('%s', (theme) => {
  const colours = coloursOf(theme);
  const below = (pairs: Readonly<Record<string, readonly string[]>>, least: number) =>
    Object.entries(pairs).flatMap(([one, others]) =>
      others
        .map((other) => ({ other, ratio: contrast(colour(colours, one), colour(colours, other)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ other, ratio }) => `${one} on ${other}: ${ratio.toFixed(2)}`),
    );

  test(`words have ${TEXT[theme]}:1 to what they are written on`, () => {
    expect(below(WRITTEN, TEXT[theme])).toEqual([]);
  });

  test(`edges that say something have ${EDGE[theme]}:1`, () => {
    expect(below(EDGES, EDGE[theme])).toEqual([]);
  });

  test('the colour of allergies is far from every other', () => {
    const near = (own: string, others: readonly string[]) =>
      others.filter((other) => deltaE(colour(colours, own), colour(colours, other)) < ALLERGY_APART);
    expect(
      near(
        'allergy',
        Object.keys(STATES).filter((fill) => fill !== 'allergy'),
      ),
    ).toEqual([]);
    const inks = [...colours.keys()].filter((name) => /-ink$|^verb-/u.test(name));
    expect(
      near(
        'allergy-ink',
        inks.filter((name) => name !== 'allergy-ink' && name !== 'on-ink'),
      ),
    ).toEqual([]);
  });
});

describe('for eyes that see fewer colours', () => {
  const fills = Object.keys(STATES);
  const pairs = fills.flatMap((one, at) => fills.slice(at + 1).map((other) => [one, other] as const));
  const eyes = [
    (seen: Rgb) => seen,
    ...Object.values(DEFICIENCIES).map((matrix) => (seen: Rgb) => seenWith(matrix, seen)),
  ];
  const alike = pairs
    .filter(([one, other]) =>
      THEMES.some((theme) => {
        const [a, b] = [colour(coloursOf(theme), one), colour(coloursOf(theme), other)];
        return eyes.some((eye) => deltaE(eye(a), eye(b)) < ALIKE_BELOW);
      }),
    )
    .map(([one, other]) => `${one} ${other}`);

  test('fills that look alike to somebody are known, and no others are', () => {
    expect(alike).toEqual(ALIKE);
  });

  test.each(ALIKE)('%s: a shape and a word tell them apart', (pair) => {
    const [one, other] = pair.split(' ').map((fill) => STATES[fill]);
    expect(one?.shape).not.toBe(other?.shape);
    for (const words of [en, es]) expect(wordAt(words, one?.word)).not.toBe(wordAt(words, other?.word));
  });

  test.each(Object.entries(STATES))(
    '%s is drawn with its shape and its word',
    (_fill, { shape, word, by }) => {
      const source = sourceOf(by);
      expect(source).toMatch(new RegExp(`\\b${shape}\\b`, 'u'));
      expect(wordAt(en, word)).not.toBe('');
    },
  );
});

test('the colours of allergies stand on nothing else', () => {
  const used = Object.groupBy(
    themed.filter(({ declarations }) =>
      declarations.some(([, value]) => /var\(--(?:on-)?allergy/u.test(value)),
    ),
    ({ sheet }) => sheet,
  );
  const selectors = Object.entries(used).map(([sheet, of = []]) => [
    sheet,
    of.map(({ selector }) => selector),
  ]);
  expect(Object.fromEntries(selectors)).toEqual(ALLERGY_ONLY);
});

/** Sharma, Wu and Dalal 2005, table 1: pairs 1, 7, 8, 17 and 24 (of 34), to four digits. */
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the colour difference of %o and %o', (one, other, wanted) => {
  expect(deltaELab(one, other)).toBeCloseTo(wanted, 4);
});

interface Words {
  readonly [key: string]: string | Words;
}

function wordAt(words: Words, key = ''): string {
  const found = key
    .split('.')
    .reduce<string | Words>((tree, part) => (typeof tree === 'string' ? '' : (tree[part] ?? '')), words);
  return typeof found === 'string' ? found : '';
}
