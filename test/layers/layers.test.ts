import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLayers } from './check.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'heard-layers-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** The names of the rules a project of these files breaks. */
function brokenBy(files: Record<string, string>): string[] {
  plant(files);
  return [...new Set(checkLayers(root).violations.map(({ rule }) => rule))].sort();
}

const importing = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;
const lines = (count: number) => 'export const x = 1;\n'.repeat(count);

describe('[rule 1] shared is pure', () => {
  it.each([
    ['a package', 'shared/lib/a.ts', 'pino'],
    ['a Node module', 'shared/lib/a.ts', 'node:fs'],
    ['a Node module by its short name', 'shared/lib/a.ts', 'fs'],
    ['main', 'shared/lib/a.ts', '../../main/store/b.ts'],
    ['package.json', 'shared/lib/a.ts', '../../package.json'],
    ['i18next', 'shared/lib/a.ts', 'i18next'],
    ['i18next, in the hub', 'main/hub/a.ts', 'i18next'],
  ])('refuses %s', (_what, file, specifier) => {
    expect(brokenBy({ [file]: importing(specifier) })).toContain('shared-is-pure');
  });

  it.each([
    ['zod', 'shared/lib/a.ts', 'zod'],
    ['i18next in printing', 'main/printing/a.ts', 'i18next'],
    ['react-i18next in renderer', 'renderer/app/a.ts', 'react-i18next'],
  ])('allows %s', (_what, file, specifier) => {
    expect(brokenBy({ [file]: importing(specifier) })).toEqual([]);
  });
});

describe('[rule 2] trees point to shared, the domain has one direction', () => {
  it.each([
    ['renderer to main', 'renderer/app/a.ts', '../../main/hub/b.ts', 'trees-point-to-shared'],
    ['main to renderer', 'main/hub/a.ts', '../../renderer/app/b.ts', 'trees-point-to-shared'],
    ['main to test', 'main/hub/a.ts', '../../test/support/b.ts', 'trees-point-to-shared'],
    ['model to events', 'shared/domain/model/a.ts', '../events/b.ts', 'domain-has-one-direction'],
    ['events to reducer', 'shared/domain/events/a.ts', '../reducer/b.ts', 'domain-has-one-direction'],
    ['reducer to commands', 'shared/domain/reducer/a.ts', '../commands/b.ts', 'domain-has-one-direction'],
    ['reducer to selectors', 'shared/domain/reducer/a.ts', '../selectors/b.ts', 'domain-has-one-direction'],
    ['model to the top of domain', 'shared/domain/model/a.ts', '../b.ts', 'domain-has-one-direction'],
    ['selectors to reducer', 'shared/domain/selectors/a.ts', '../reducer/b.ts', 'domain-has-one-direction'],
    ['pacing to commands', 'shared/pacing/a.ts', '../domain/commands/b.ts', 'domain-has-one-direction'],
  ])('refuses %s', (_what, file, specifier, rule) => {
    expect(brokenBy({ [file]: importing(specifier) })).toEqual([rule]);
  });

  it('refuses a type from the wrong side as much as a value, however it is written', () => {
    const asStatement = "import type { X } from '../reducer/b.ts';\nexport type Y = X;\n";
    const asExpression = "export type Y = import('../reducer/b.ts').X;\n";
    expect(brokenBy({ 'shared/domain/events/a.ts': asStatement })).toEqual(['domain-has-one-direction']);
    expect(brokenBy({ 'shared/domain/events/a.ts': asExpression })).toEqual(['domain-has-one-direction']);
  });

  it('refuses an import written as a call', () => {
    const called = "export const x = () => import('../../main/hub/b.ts');\n";
    expect(brokenBy({ 'renderer/app/a.ts': called })).toEqual(['trees-point-to-shared']);
  });

  it('refuses a computed import, which nobody can check', () => {
    const computed = 'export const x = (name: string) => import(name);\n';
    expect(brokenBy({ 'main/hub/a.ts': computed })).toEqual(['name-is-written']);
  });

  it('allows the direction itself, and selectors to name a type of commands', () => {
    const named = "import type { X } from '../commands/a.ts';\nexport type Y = X;\n";
    expect(
      brokenBy({
        'shared/domain/model/a.ts': lines(1),
        'shared/domain/events/a.ts': importing('../model/a.ts'),
        'shared/domain/reducer/a.ts': importing('../events/a.ts'),
        'shared/domain/commands/a.ts': importing('../reducer/a.ts'),
        'shared/domain/selectors/a.ts': named,
        'renderer/app/a.ts': importing('../../shared/domain/model/a.ts'),
        'test/hub/a.ts': importing('../../main/hub/a.ts'),
      }),
    ).toEqual([]);
  });
});

describe('[rule 3] the parts of main', () => {
  it.each([
    ['hub to station', 'main/hub/a.ts', '../station/b.ts', 'hub-and-station-apart'],
    ['station to hub', 'main/station/a.ts', '../hub/b.ts', 'hub-and-station-apart'],
    ['adapters to store', 'main/adapters/a.ts', '../store/b.ts', 'adapters-without-store'],
    ['demo to hub', 'main/demo/pos/a.ts', '../../hub/b.ts', 'demo-is-outside'],
    ['demo to sync of shared', 'main/demo/pos/a.ts', '../../../shared/sync/b.ts', 'demo-is-outside'],
    [
      'demo to the rest of the domain',
      'main/demo/pos/a.ts',
      '../../../shared/domain/commands/b.ts',
      'demo-is-outside',
    ],
    ['demo to another package', 'main/demo/pos/a.ts', 'fastify', 'demo-is-outside'],
    ['cooks to pacing', 'main/demo/cooks/a.ts', '../../../shared/pacing/b.ts', 'demo-is-outside'],
  ])('refuses %s', (_what, file, specifier, rule) => {
    expect(brokenBy({ [file]: importing(specifier) })).toEqual([rule]);
  });

  it('refuses both hub and station in any folder but service', () => {
    const both = { hub: importing('../hub/b.ts'), station: importing('../station/b.ts') };
    expect(brokenBy({ 'main/service/a.ts': both.hub, 'main/service/b.ts': both.station })).toEqual([]);
    expect(brokenBy({ 'main/shell/a.ts': both.hub, 'main/shell/b.ts': both.station })).toEqual([
      'hub-and-station-apart',
    ]);
  });

  it('allows what the demo speaks', () => {
    expect(
      brokenBy({
        'main/demo/pos/a.ts': importing('../../../shared/domain/model/b.ts'),
        'main/demo/pos/b.ts': importing('socket.io-client'),
        'main/demo/pos/c.ts': importing('node:net'),
        'main/demo/cooks/a.ts': importing('../../../shared/sync/b.ts'),
      }),
    ).toEqual([]);
  });
});

describe('[rule 4] one package, one door', () => {
  it.each([
    ['electron', 'main/service/a.ts', 'main/shell/a.ts'],
    ['better-sqlite3', 'main/hub/a.ts', 'main/store/a.ts'],
    ['socket.io', 'main/hub/a.ts', 'main/sync/a.ts'],
    ['socket.io-client', 'renderer/app/a.ts', 'renderer/sync/a.ts'],
    ['node-thermal-printer', 'main/hub/a.ts', 'main/printing/a.ts'],
  ])('%s not in %s, but in %s', (pkg, wrong, right) => {
    expect(brokenBy({ [right]: importing(pkg) })).toEqual([]);
    expect(brokenBy({ [wrong]: importing(`${pkg}/part`) })).toEqual(['one-package-one-door']);
  });
});

describe('[rule 5] no barrels, no cycles', () => {
  it.each([
    ["export * from './b.ts';\nexport const own = 1;\n"],
    ["export { x } from './b.ts';\n"],
    ["export type { x } from './b.ts';\n"],
    ["import { x } from './b.ts';\nexport { x };\n"],
  ])('refuses the barrel %j', (text) => {
    expect(brokenBy({ 'shared/lib/a.ts': text })).toEqual(['no-barrel']);
  });

  it('refuses a cycle, of types too, and names the files on it', () => {
    plant({
      'shared/lib/a.ts': importing('./b.ts'),
      'shared/lib/b.ts': importing('./c.ts'),
      'shared/lib/c.ts': "import type { X } from './a.ts';\nexport type Y = X;\n",
      'shared/lib/d.ts': importing('./a.ts'),
    });
    expect(checkLayers(root).violations).toEqual([
      expect.objectContaining({
        rule: 'no-cycle',
        message: 'shared/lib/a.ts -> shared/lib/b.ts -> shared/lib/c.ts -> shared/lib/a.ts',
      }),
    ]);
  });
});

describe('size', () => {
  it('refuses a file over 400 lines, a test too, and warns over 250', () => {
    plant({
      'main/hub/a.ts': lines(401),
      'test/main/a.test.ts': lines(401),
      'renderer/ui/a.css': '\n'.repeat(251),
    });
    const { violations, warnings } = checkLayers(root);
    expect(violations.map(({ file }) => file)).toEqual(['main/hub/a.ts', 'test/main/a.test.ts']);
    expect(warnings.map(({ file }) => file)).toEqual(['renderer/ui/a.css']);
  });

  it('allows 400 lines, and words of any length', () => {
    expect(brokenBy({ 'main/hub/a.ts': lines(400), 'shared/lib/words/en.ts': lines(900) })).toEqual([]);
  });
});
