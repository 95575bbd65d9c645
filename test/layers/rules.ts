import { builtinModules } from 'node:module';
import type { Import, Module } from './modules.ts';

/** A broken rule of ARCHITECTURE section 9 (or the size rule of STYLE). */
export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Says what is wrong with one import, or nothing when it is allowed. */
type Rule = (from: string, to: Import) => string | undefined;

const TREES = ['shared', 'main', 'renderer', 'test'] as const;
const isIn = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`${folder}/`));
const treeOf = (file: string) => TREES.find((tree) => isIn(file, tree));
const isBuiltin = (pkg: string) => pkg.startsWith('node:') || builtinModules.includes(pkg);

/** Rule 1: shared is pure. */
const SHARED_PACKAGES = ['zod'];
const WORD_PACKAGES = ['i18next', 'react-i18next'];

const sharedIsPure: Rule = (from, to) => {
  if (isIn(from, 'shared')) {
    if (to.pkg !== null && !SHARED_PACKAGES.includes(to.pkg))
      return `shared may import zod and itself, not ${to.pkg}`;
    if (to.file !== null && !isIn(to.file, 'shared'))
      return `shared may import zod and itself, not ${to.file}`;
  }
  if (to.pkg !== null && WORD_PACKAGES.includes(to.pkg) && !isIn(from, 'renderer', 'main/printing', 'test')) {
    return `${to.pkg} belongs to renderer and main/printing; take t(key, values) as an argument`;
  }
  return undefined;
};

/** Rule 2: renderer and main know shared and themselves; inside the domain there is one direction. */
const DOMAIN_MAY_IMPORT: Record<string, readonly string[]> = {
  model: ['model'],
  events: ['events', 'model'],
  reducer: ['reducer', 'events', 'model'],
  commands: ['commands', 'reducer', 'events', 'model', 'selectors'],
  selectors: ['selectors', 'events', 'model'],
};
/** Selectors and pacing read the state; they neither apply events nor decide. Naming a type is reading. */
const READ_ONLY = ['shared/domain/selectors', 'shared/pacing'];
const NOT_FOR_READERS = ['shared/domain/reducer', 'shared/domain/commands'];

const treesPointToShared: Rule = (from, to) => {
  if (to.file === null) return undefined;
  const [own, other] = [treeOf(from), treeOf(to.file)];
  if (own === undefined || own === 'test' || other === undefined || own === other || other === 'shared')
    return undefined;
  return other === 'test' ? 'nothing imports test' : `${own} never imports ${other}`;
};

const domainPart = (file: string) => /^shared\/domain\/([^/]+)\//.exec(file)?.[1];

const domainHasOneDirection: Rule = (from, to) => {
  if (to.file === null) return undefined;
  if (isIn(from, ...READ_ONLY) && isIn(to.file, ...NOT_FOR_READERS)) {
    return to.isTypeOnly
      ? undefined
      : 'selectors and pacing only read: types of reducer and commands, nothing else';
  }
  const part = domainPart(from);
  const allowed = part === undefined ? undefined : DOMAIN_MAY_IMPORT[part];
  if (allowed === undefined || !isIn(to.file, 'shared/domain')) return undefined;
  const target = domainPart(to.file);
  if (target !== undefined && allowed.includes(target)) return undefined;
  return `domain/${part} may import ${allowed.join(', ')}, not ${to.file}`;
};

/** Rule 3: the parts of main. */
const DEMO_MAY_IMPORT = ['main/demo', 'shared/domain/model', 'shared/protocol', 'shared/demo', 'shared/lib'];
const COOKS_MAY_IMPORT = [...DEMO_MAY_IMPORT, 'shared/sync', 'shared/domain'];

const hubAndStationApart: Rule = (from, to) => {
  if (to.file === null) return undefined;
  const isCrossing =
    (isIn(from, 'main/hub') && isIn(to.file, 'main/station')) ||
    (isIn(from, 'main/station') && isIn(to.file, 'main/hub'));
  return isCrossing ? 'hub and station never import each other' : undefined;
};

const adaptersWithoutStore: Rule = (from, to) =>
  to.file !== null && isIn(from, 'main/adapters') && isIn(to.file, 'main/store')
    ? 'adapters get submit(command) and never see the store'
    : undefined;

const demoIsOutside: Rule = (from, to) => {
  if (!isIn(from, 'main/demo')) return undefined;
  const allowed = isIn(from, 'main/demo/cooks') ? COOKS_MAY_IMPORT : DEMO_MAY_IMPORT;
  if (to.file !== null && !isIn(to.file, ...allowed))
    return `${from} may import ${allowed.join(', ')}, not ${to.file}`;
  if (to.pkg !== null && to.pkg !== 'socket.io-client' && !isBuiltin(to.pkg)) {
    return `the demo imports socket.io-client and Node's own modules, not ${to.pkg}`;
  }
  return undefined;
};

/** Rule 4: one package, one door. */
const DOORS: Record<string, readonly string[]> = {
  electron: ['main/shell'],
  'better-sqlite3': ['main/store'],
  'socket.io': ['main/sync'],
  'socket.io-client': ['main/sync', 'renderer/sync', 'main/demo'],
  'node-thermal-printer': ['main/printing'],
  'csv-parse': ['main/service/bookings'],
};

const onePackageOneDoor: Rule = (from, to) => {
  const doors = to.pkg === null ? undefined : DOORS[to.pkg];
  if (doors === undefined || isIn(from, 'test', ...doors)) return undefined;
  return `${to.pkg} is imported in ${doors.join(' and ')} only`;
};

const nameIsWritten: Rule = (from, to) =>
  to.specifier === null && !isIn(from, 'test')
    ? 'an import with a computed name cannot be checked'
    : undefined;

const IMPORT_RULES: Record<string, Rule> = {
  'shared-is-pure': sharedIsPure,
  'trees-point-to-shared': treesPointToShared,
  'domain-has-one-direction': domainHasOneDirection,
  'hub-and-station-apart': hubAndStationApart,
  'adapters-without-store': adaptersWithoutStore,
  'demo-is-outside': demoIsOutside,
  'one-package-one-door': onePackageOneDoor,
  'name-is-written': nameIsWritten,
};

/** Every import of every module against every rule about imports. */
export function brokenImports(modules: readonly Module[]): Violation[] {
  return modules.flatMap(({ file, imports }) =>
    imports.flatMap((to) =>
      Object.entries(IMPORT_RULES).flatMap(([rule, judge]) => {
        const message = judge(file, to);
        return message === undefined ? [] : [{ rule, file, line: to.line, message }];
      }),
    ),
  );
}

/** Rule 3, by folder: only main/service may know the hub and the station both. */
export function knowsBoth(modules: readonly Module[]): Violation[] {
  const seen = new Map<string, Map<string, Violation>>();
  for (const { file, imports } of modules) {
    const folder = /^main\/[^/]+/.exec(file)?.[0];
    if (folder === undefined || ['main/service', 'main/hub', 'main/station'].includes(folder)) continue;
    for (const to of imports) {
      const side = ['main/hub', 'main/station'].find((name) => to.file !== null && isIn(to.file, name));
      if (side === undefined) continue;
      const message = `only main/service imports both hub and station, not ${folder}`;
      const sides = seen.get(folder) ?? new Map<string, Violation>();
      sides.set(side, { rule: 'hub-and-station-apart', file, line: to.line, message });
      seen.set(folder, sides);
    }
  }
  return [...seen.values()].flatMap((sides) => (sides.size > 1 ? [...sides.values()] : []));
}
