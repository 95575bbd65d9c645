import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refused, Taken } from '../../shared/protocol/outside/answerSchemas.ts';
import { MESSAGES } from '../../shared/protocol/outside/messageExamples.ts';
import { OUTSIDE_ERRORS } from '../../shared/protocol/outside/outsideErrors.ts';
import { REST_ROUTES } from '../../shared/protocol/outside/restRoutes.ts';
import { type RestClient, restClient } from '../support/restClient.ts';
import { restPath } from '../support/restPath.ts';
import { startService, type TestService } from '../support/service.ts';

const SEED = 20261122;
const RUNS = 60;
/** A fault of ours is never the sender's doing. */
const OURS = [500, 503];

let service: TestService;
let rest: RestClient;
beforeAll(async () => {
  service = await startService();
  rest = restClient(service.url, service.token('pos'));
});
afterAll(() => service.stop());

const Answer = z.union([z.strictObject(Taken.shape), Refused]);
const anyId = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }));

/** An example with some of its fields replaced by any JSON, or gone. */
function spoilt(example: object) {
  const fields = fc.record(
    Object.fromEntries(Object.keys(example).map((name) => [name, fc.jsonValue({ maxDepth: 3 })])),
    { requiredKeys: [] },
  );
  return fields.map((replaced) => ({ ...example, ...replaced }));
}

describe('whatever comes over HTTP', () => {
  it.each(REST_ROUTES)('$event is answered as the reference says', async (route) => {
    const example = MESSAGES[route.event]?.example ?? {};
    const bodies = fc.oneof(fc.jsonValue(), spoilt(restPath(route, example).body));
    await fc.assert(
      fc.asyncProperty(bodies, anyId, anyId, async (body, source, id) => {
        const { path } = restPath(route, { source, id, table: id });
        const named = path.split('/').filter((part) => part !== '.' && part !== '..');
        const reply = await rest.send(named.join('/'), JSON.stringify(body));
        expect(OURS).not.toContain(reply.status);
        const answer = Answer.parse(reply.body);
        if (answer.ok) expect(reply.status).toBe(200);
        else expect(Object.keys(OUTSIDE_ERRORS)).toContain(answer.error.code);
        if (reply.status === 422) expect(reply.body.error.fields.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('leaves the hub well, without a letter that is dead', async () => {
    const { body } = await fetch(`${service.url}/metrics`).then(async (reply) => ({
      body: await reply.text(),
    }));
    expect(body).toContain('heard_dead_letters 0');
    expect(body).toContain('heard_up 1');
  });
});
