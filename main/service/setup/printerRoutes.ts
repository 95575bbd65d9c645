import type { FastifyInstance } from 'fastify';
import { invalid } from '../../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import { type SetupTestPrint, SetupTestPrintRequest } from '../../../shared/protocol/setup.ts';
import { inShort } from '../../printing/testPrint.ts';
import type { SetupDeps } from './setupDeps.ts';

/** TEST PRINT: what the printer itself said of it, never only that bytes went out. */
export function addPrinterRoutes(setup: FastifyInstance, { testPrint }: SetupDeps): void {
  setup.post('/printers/test', async (request, reply) => {
    const parsed = parseMessage(SetupTestPrintRequest, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    if (testPrint === undefined) return reply.send({ outcome: 'unavailable' } satisfies SetupTestPrint);
    const outcome = await testPrint(parsed.value.printer);
    request.log.info({ printer: parsed.value.printer.id, outcome }, 'a test chit');
    return reply.send({ outcome: inShort(outcome) } satisfies SetupTestPrint);
  });
}
