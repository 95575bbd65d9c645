import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEBIAN_PACKAGES, ensureDebianPackages } from '../support/apt.ts';
import { startService, type TestService } from '../support/service.ts';

const INSTALL_MS = 180_000;
const run = promisify(execFile);

let service: TestService;
beforeAll(async () => {
  await ensureDebianPackages(DEBIAN_PACKAGES.python);
  service = await startService();
}, INSTALL_MS);
afterAll(() => service.stop());

describe('a POS written in Python', () => {
  it.each(['websocket', 'polling'])(
    'puts, fires, listens, acknowledges and comes back over %s',
    async (transport) => {
      const args = [
        join(import.meta.dirname, 'pos.py'),
        service.url,
        service.token('pos'),
        service.token('pos'),
        transport,
      ];
      const { stdout } = await run('/usr/bin/python3', args, { timeout: 25_000 });
      expect(JSON.parse(stdout)).toEqual({ passed: true });
    },
  );
});
