import type { FastifyInstance } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { OwnPrinter, SetupTestPrint } from '../../../shared/protocol/setup.ts';
import { inShort } from '../../printing/testPrint.ts';
import { onlyOwnPages } from '../standby/onlyOwnPages.ts';
import type { OwnPaperDesk } from './openOwnPaper.ts';

/** TEST PRINT for the printer at this device: the hub, where set-up is, does not reach it. */
export function addOwnPrinter(app: FastifyInstance, paper: Pick<OwnPaperDesk, 'printer' | 'test'>): void {
  app.get('/api/own-printer', (_request, reply): OwnPrinter => {
    void reply.header('cache-control', 'no-store');
    const printer = paper.printer();
    return { printer: printer === null ? null : { id: printer.id, name: printer.name } };
  });
  app.post('/api/own-printer/test', { onRequest: onlyOwnPages }, async (request, reply) => {
    const printer = paper.printer();
    if (printer === null) return reply.code(404).send(refusal('not_found', 'No printer is at this device.'));
    const outcome = await paper.test(printer);
    request.log.info({ printer: printer.id, outcome }, 'a test chit');
    return reply.send({ outcome: inShort(outcome) } satisfies SetupTestPrint);
  });
}
