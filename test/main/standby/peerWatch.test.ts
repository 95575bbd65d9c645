import { createServer, type Server } from 'node:http';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { PeerWatch } from '../../../main/service/discovery/PeerWatch.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { type Whereabouts, whereProof } from '../../../shared/protocol/standbyMessages.ts';
import { openTestHub } from '../hub/hubHarness.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const NEWER = { n: 2, id: 'newer' };

/** Somebody who answers as a hub of this site. `digest`: with which key it shows that it is one. */
async function somebody(said: Partial<Whereabouts>, digest: (text: string) => string): Promise<string> {
  const server = createServer((request, response) => {
    const nonce = new URL(request.url ?? '', 'http://x').searchParams.get('nonce') ?? '';
    const epoch = said.epoch ?? NEWER;
    const proof = digest(whereProof(nonce, epochText(epoch)));
    const whole = {
      epoch,
      build: 'b',
      isDeciding: true,
      common: 7,
      addresses: ['http://10.0.0.5:4680'],
      ...said,
      proof,
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(whole));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

async function lookAt(said: Partial<Whereabouts>, hasKey: boolean) {
  const { hub } = openTestHub();
  const digest = (text: string) => (hasKey ? hub.digest(text) : `forged ${text}`.slice(0, 22));
  const address = await somebody({ siteId: hub.siteId, ...said }, digest);
  const watch = new PeerWatch({ hub, peers: () => [address], log: pino({ level: 'silent' }) });
  await watch.look();
  return { by: hub.fencing.by(), address };
}

describe('a hub that looks for others of its site', () => {
  it('stops for a newer one that holds the same key, and knows how far their logs are one', async () => {
    const { by, address } = await lookAt({}, true);
    expect(by).toMatchObject({ epoch: NEWER, common: 7, addresses: [address, 'http://10.0.0.5:4680'] });
  });

  it.each([
    ['without the key', {}, false],
    ['of another site', { siteId: 'other' }, true],
    ['that is older', { epoch: { n: 0, id: 'older' } }, true],
  ])('goes on for one %s', async (_name, said, hasKey) => {
    expect((await lookAt(said, hasKey)).by).toBeNull();
  });

  it('goes on where nobody answers, or somebody who is no hub', async () => {
    const { hub } = openTestHub();
    const server = createServer((_request, response) => void response.end('<html>'));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const peers = () => [`http://127.0.0.1:${port}`, 'http://127.0.0.1:1'];
    await new PeerWatch({ hub, peers, log: pino({ level: 'silent' }) }).look();
    expect(hub.fencing.by()).toBeNull();
  });
});
