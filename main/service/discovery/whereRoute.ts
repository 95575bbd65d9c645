import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { type Whereabouts, whereProof } from '../../../shared/protocol/standbyMessages.ts';
import type { HubPort } from '../../hub/port.ts';

const Query = z.object({
  /** Of the asker's choosing, so that an old answer cannot be shown again. */
  nonce: z.string().regex(/^[\w-]{16,64}$/u),
  /** The epoch whose common past is asked about. */
  epoch: z.string().max(100).optional(),
});

/** Who answers here, for hubs and standbys of the same site. It tells strangers nothing that mDNS does not. */
export function addWhere(app: FastifyInstance, hub: HubPort): void {
  app.get('/api/where', (request, reply): Whereabouts | undefined => {
    const query = Query.safeParse(request.query);
    if (!query.success) {
      void reply.code(422).send({ ok: false });
      return undefined;
    }
    const { nonce, epoch } = query.data;
    const own = epochText(hub.epoch);
    void reply.header('cache-control', 'no-store');
    return {
      siteId: hub.siteId,
      epoch: hub.epoch,
      build: hub.build,
      isDeciding: hub.fencing.by() === null,
      proof: hub.digest(whereProof(nonce, own)),
      common: epoch === undefined ? null : hub.feed.commonWith(epoch),
      addresses: hub.standbys.seen.ownAddresses(),
    };
  });
}
