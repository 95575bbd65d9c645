import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstallDebianPackages, DEBIAN_PACKAGES, ensureDebianPackages } from './apt.ts';

/** Two hosts of our own on one cable: network namespaces with a veth pair. Root on Debian only; others cannot make them. */
export interface Lan {
  readonly hub: { readonly name: string; readonly address: string };
  readonly tablet: { readonly name: string; readonly address: string };
  /** A program that runs its arguments on the tablet. */
  readonly onTablet: (program: string) => string;
  /** Pulls the cable, or puts it back: neither end is told anything by the other. */
  readonly plug: (isIn: boolean) => void;
  readonly remove: () => void;
}

export const canMakeLan = canInstallDebianPackages;

export async function makeLan(): Promise<Lan> {
  await ensureDebianPackages(DEBIAN_PACKAGES.cables);
  const id = process.pid.toString(36);
  const hub = { name: `heard-hub-${id}`, address: '10.99.7.1' };
  const tablet = { name: `heard-tab-${id}`, address: '10.99.7.2' };
  const cable = [`hh${id}`, `ht${id}`];
  const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });
  for (const { name } of [hub, tablet]) ip('netns', 'add', name);
  ip('link', 'add', cable[0] ?? '', 'type', 'veth', 'peer', 'name', cable[1] ?? '');
  for (const [index, { name, address }] of [hub, tablet].entries()) {
    const end = cable[index] ?? '';
    ip('link', 'set', end, 'netns', name);
    ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', end);
    ip('-n', name, 'link', 'set', end, 'up');
    ip('-n', name, 'link', 'set', 'lo', 'up');
  }
  return {
    hub,
    tablet,
    onTablet: (program) => wrapper(tablet.name, program),
    plug: (isIn) => void ip('-n', hub.name, 'link', 'set', cable[0] ?? '', isIn ? 'up' : 'down'),
    remove: () => {
      for (const { name } of [hub, tablet]) ip('netns', 'del', name);
    },
  };
}

function wrapper(namespace: string, program: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'heard-ns-')), 'run');
  writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${namespace} "${program}" "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
