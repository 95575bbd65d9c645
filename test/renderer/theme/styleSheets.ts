import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseHex, type Rgb } from './colourMath.ts';

const RENDERER = join(import.meta.dirname, '../../../renderer');

/** One rule of a style sheet: `sheet` relative to renderer, its selector, and its declarations in order. */
export interface Rule {
  readonly sheet: string;
  readonly selector: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

function rulesOf(file: string): Rule[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gsu, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].map(([, selector = '', body = '']) => ({
    sheet: relative(RENDERER, file),
    selector: selector.trim().replaceAll(/\s+/gu, ' '),
    declarations: body
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one.includes(':'))
      .map((one) => [one.slice(0, one.indexOf(':')).trim(), one.slice(one.indexOf(':') + 1).trim()] as const),
  }));
}

/** Every rule of every style sheet but the themes themselves. */
export function allRules(): Rule[] {
  return globSync('**/*.css', { cwd: RENDERER })
    .filter((file) => file !== join('theme', 'themes.css'))
    .sort()
    .flatMap((file) => rulesOf(join(RENDERER, file)));
}

export type Colours = ReadonlyMap<string, Rgb>;

/** The colours of each theme by token, without its dashes; a token that names another one has its colour. */
export function themeColours(): ReadonlyMap<string, Colours> {
  const rules = rulesOf(join(RENDERER, 'theme/themes.css'));
  return new Map(
    rules.map(({ selector, declarations }) => {
      const values = new Map(declarations.filter(([name]) => name.startsWith('--')));
      const colour = (name: string): Rgb => {
        const value = values.get(name) ?? '';
        const other = tokenIn(value);
        return other === null ? parseHex(value) : colour(`--${other}`);
      };
      const theme = /data-theme="(\w+)"/u.exec(selector)?.[1] ?? '';
      return [theme, new Map([...values.keys()].map((name) => [name.slice(2), colour(name)]))];
    }),
  );
}

/** `tile` of `var(--tile)`, wherever it stands in a value; null: none. */
export function tokenIn(value: string): string | null {
  return /var\(--([\w-]+)/u.exec(value)?.[1] ?? null;
}

export function sourceOf(file: string): string {
  return readFileSync(join(RENDERER, file), 'utf8');
}
