import { readModules } from './modules.ts';
import { brokenImports, knowsBoth, type Violation } from './rules.ts';
import { barrels, cycles, MAX_LINES, tooLong, WARN_LINES } from './shape.ts';

export interface Report {
  readonly files: number;
  readonly violations: Violation[];
  readonly warnings: Violation[];
}

/** Checks the project whose top folder is `root`. Imports, barrels and cycles bind the sources; size binds tests too. */
export function checkLayers(root: string): Report {
  const sources = readModules(root, ['shared', 'main', 'renderer']);
  const all = [...sources, ...readModules(root, ['test', 'launch.mjs'])];
  const violations = [
    ...brokenImports(sources),
    ...knowsBoth(sources),
    ...barrels(sources),
    ...cycles(sources),
    ...tooLong(all, MAX_LINES),
  ];
  const isReported = new Set(violations.map(({ file }) => file));
  const warnings = tooLong(all, WARN_LINES).filter(({ file }) => !isReported.has(file));
  return { files: all.length, violations, warnings };
}
