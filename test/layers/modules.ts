import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One import or re-export, as written and as resolved. */
export interface Import {
  /** What stands between the quotes, or null when it is computed at run time. */
  readonly specifier: string | null;
  /** The file inside the project, as a path from the top, when the specifier is relative. */
  readonly file: string | null;
  /** The package's name (`zod`, `@fastify/static`) or `node:` and the module, when it is not relative. */
  readonly pkg: string | null;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface Module {
  /** Path from the top of the project, with forward slashes. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** It exports, and everything it exports comes from other files; or it re-exports a whole file. */
  readonly isBarrel: boolean;
}

const SCRIPTS = new Set(['.ts', '.tsx', '.mts', '.js', '.mjs']);
const SOURCES = new Set([...SCRIPTS, '.css']);

/** Reads every source file under `folders` of the project at `root`. */
export function readModules(root: string, folders: readonly string[]): Module[] {
  return folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((path) => SOURCES.has(extname(path)))
    .map((path) => readModule(root, path));
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => (name === 'node_modules' ? [] : filesUnder(join(path, name))));
}

function readModule(root: string, path: string): Module {
  const file = relative(root, path).split(sep).join('/');
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (!SCRIPTS.has(extname(path))) return { file, lines, imports: [], isBarrel: false };

  const { module, program, errors } = parseSync(file, text);
  const broken = errors[0];
  if (broken !== undefined) throw new Error(`${file} cannot be parsed: ${broken.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const made = (specifier: string | null, isTypeOnly: boolean, offset: number): Import => ({
    specifier,
    file: resolveFile(file, specifier),
    pkg: packageName(specifier),
    isTypeOnly,
    line: lineAt(offset),
  });

  const imports = module.staticImports.map((found) =>
    made(
      found.moduleRequest.value,
      found.entries.length > 0 && found.entries.every((e) => e.isType),
      found.start,
    ),
  );
  const exported = module.staticExports.flatMap((found) => found.entries);
  for (const entry of exported) {
    if (entry.moduleRequest) imports.push(made(entry.moduleRequest.value, entry.isType, entry.start));
  }
  for (const found of module.dynamicImports) {
    const written = text.slice(found.moduleRequest.start, found.moduleRequest.end);
    imports.push(made(/^(['"`])([^$]*)\1$/.exec(written)?.[2] ?? null, false, found.start));
  }
  if (text.includes('import(')) {
    new Visitor({
      TSImportType: (node) => imports.push(made(node.source.value, true, node.start)),
    }).visit(program);
  }
  const isBarrel =
    exported.length > 0 &&
    (exported.every((entry) => entry.moduleRequest !== null) ||
      exported.some((entry) => entry.importName.kind === 'AllButDefault'));
  return { file, lines, imports, isBarrel };
}

function resolveFile(from: string, specifier: string | null): string | null {
  if (specifier === null || !specifier.startsWith('.')) return null;
  const withoutQuery = specifier.replace(/\?.*$/, '');
  return posix.normalize(posix.join(dirname(from), withoutQuery));
}

function packageName(specifier: string | null): string | null {
  if (specifier === null || specifier.startsWith('.') || specifier.startsWith('/')) return null;
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null);
}
