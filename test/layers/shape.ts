import type { Module } from './modules.ts';
import type { Violation } from './rules.ts';

/** STYLE: past this a file fails the check. */
export const MAX_LINES = 400;
/** STYLE: past this look for the seam. */
export const WARN_LINES = 250;
/** Words are data, as long as the languages are. */
const SIZE_EXEMPT = /^shared\/lib\/words\//;

export function tooLong(modules: readonly Module[], limit: number): Violation[] {
  return modules
    .filter(({ file, lines }) => lines > limit && !SIZE_EXEMPT.test(file))
    .map(({ file, lines }) => ({
      rule: 'size',
      file,
      line: 1,
      message: `${lines} lines, the limit is ${limit}`,
    }));
}

export function barrels(modules: readonly Module[]): Violation[] {
  return modules
    .filter(({ isBarrel }) => isBarrel)
    .map(({ file }) => ({
      rule: 'no-barrel',
      file,
      line: 1,
      message: 'only passes on what other files export; import from those',
    }));
}

/** Cycles between files, imports of types included: two files that need each other are one. */
export function cycles(modules: readonly Module[]): Violation[] {
  const graph = new Map(
    modules.map(({ file, imports }) => [file, imports.flatMap((to) => (to.file === null ? [] : [to.file]))]),
  );
  return strongComponents(graph).map((files) => {
    const path = shortestCycle(graph, files);
    return { rule: 'no-cycle', file: path[0] ?? '', line: 1, message: path.join(' -> ') };
  });
}

/** Tarjan's algorithm; gives the groups of files which can reach each other, without the lone ones. */
function strongComponents(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const components: string[][] = [];
  const lower = (file: string, to: number) => lowest.set(file, Math.min(lowest.get(file) ?? to, to));

  const visit = (file: string): void => {
    const index = order.size;
    order.set(file, index);
    lowest.set(file, index);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) {
        visit(next);
        lower(file, lowest.get(next) ?? index);
      } else if (stack.includes(next)) lower(file, order.get(next) ?? index);
    }
    if (lowest.get(file) !== index) return;
    const members = stack.splice(stack.indexOf(file));
    if (members.length > 1 || graph.get(file)?.includes(file)) components.push(members);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return components;
}

/** The shortest way from the first file (by name) of a component back to itself, for the message. */
function shortestCycle(
  graph: ReadonlyMap<string, readonly string[]>,
  component: readonly string[],
): string[] {
  const start = [...component].sort()[0] ?? '';
  const paths = [[start]];
  const reached = new Set<string>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, next];
      if (!component.includes(next) || reached.has(next)) continue;
      reached.add(next);
      paths.push([...path, next]);
    }
  }
  return [start];
}
