import { canonicalJson } from '../../lib/canonicalJson.ts';

/** Where two accounts of one night differ, in words, and how much was compared. */
export class Findings {
  readonly differences: string[] = [];
  readonly counts: Record<string, number> = {};

  same(what: string, till: unknown, house: unknown): void {
    if (canonicalJson(till ?? null) === canonicalJson(house ?? null)) return;
    this.differences.push(`${what}: the till has ${shown(till)}, the house ${shown(house)}`);
  }

  wrong(what: string): void {
    this.differences.push(what);
  }

  count(what: string, by = 1): void {
    this.counts[what] = Math.round(((this.counts[what] ?? 0) + by) * 1000) / 1000;
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value ?? null);
}
