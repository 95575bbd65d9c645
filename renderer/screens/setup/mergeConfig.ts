import { HouseConfig } from '../../../shared/config/houseConfig.ts';

/**
 * Two people changed the same document: theirs, with every field that I changed as I have it. A list is one field: half of two lists of
 * stations would be nobody's.
 */
export function mergeConfig(base: HouseConfig, mine: HouseConfig, theirs: HouseConfig): HouseConfig {
  return HouseConfig.parse(merged(base, mine, theirs));
}

function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (JSON.stringify(base) === JSON.stringify(mine)) return theirs;
  if (!isRecord(base) || !isRecord(mine) || !isRecord(theirs)) return mine;
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], mine[key], theirs[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
