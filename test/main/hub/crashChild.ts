import { writeSync } from 'node:fs';
import { openHub } from '../../../main/hub/openHub.ts';
import type { SubmitRequest } from '../../../main/hub/port.ts';
import { fakeCore } from './fakeCore.ts';

// Run as a process of its own and killed at any moment: submits without end and writes the id of what was acknowledged, a line each.
const [dataDir = '', round = ''] = process.argv.slice(2);
const { hub } = openHub({ dataDir, build: 'test', core: fakeCore });
writeSync(1, 'ready\n');

let n = 0;
async function writer(): Promise<void> {
  for (;;) {
    n += 1;
    const id = `${round}-${n}`;
    const result = await hub.submit(put(id));
    if (result.ok) writeSync(1, `${id}\n`);
  }
}

function put(id: string): SubmitRequest {
  return {
    commandId: `command-${id}`,
    actor: { kind: 'pos', token: 'till' },
    claimedAt: 0,
    command: {
      type: 'check.put',
      check: {
        source: 'pos',
        externalId: id,
        state: 'paid',
        tickets: [],
        covers: null,
        totalCents: null,
        compsCents: null,
        currency: null,
        at: 1,
      },
    },
  };
}

await Promise.all(Array.from({ length: 8 }, writer));
