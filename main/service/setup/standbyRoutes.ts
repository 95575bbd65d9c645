import type { FastifyInstance } from 'fastify';
import type { SetupStandbys } from '../../../shared/protocol/setup.ts';
import type { SetupDeps } from './setupDeps.ts';

/** The devices that may stand by, and how those do that are marked. */
export function addStandbyList(setup: FastifyInstance, { hub }: SetupDeps): void {
  setup.get('/standbys', async (): Promise<SetupStandbys> => {
    const seen = new Map(hub.standbys.seen.all().map((standby) => [standby.tokenId, standby.state]));
    const devices = hub.tokens
      .list()
      .filter(({ scope }) => scope === 'station')
      .map(({ id, name }) => ({ id, name, state: seen.get(id) ?? null }));
    return { devices };
  });
}
