import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualPrinter } from '../../main/demo/printer/VirtualPrinter.ts';
import { SetupTestPrint } from '../../shared/protocol/setup.ts';
import { startService, type TestService } from '../support/service.ts';

const printer = new VirtualPrinter({ model: 'epson', width: 58 });
let service: TestService;
beforeAll(async () => {
  await printer.listen();
  service = await startService();
});
afterAll(async () => {
  await service?.stop();
  await printer.stop();
});

function test(body: unknown): Promise<Response> {
  return fetch(new URL('/api/setup/printers/test', service.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
const at = (port: number) => ({
  printer: { id: 'line', name: 'Línea', width: 58, link: { kind: 'network', host: '127.0.0.1', port } },
});
const outcome = async (answer: Response) => SetupTestPrint.parse(await answer.json()).outcome;

it('TEST PRINT prints on a printer that is in no configuration yet, and says what the printer said', async () => {
  expect(await outcome(await test(at(printer.port)))).toBe('printed');
  expect(printer.chits.map(({ text }) => text)).toEqual([expect.stringContaining('Línea')]);
  printer.set({ paper: 'out' });
  expect(await outcome(await test(at(printer.port)))).toBe('paper');
  await printer.stop();
  expect(await outcome(await test(at(printer.port)))).toBe('away');
  expect(printer.chits).toHaveLength(1);
});

it('what is no printer is refused by field, and who may not set up the house may not print', async () => {
  const wrong = await test({ printer: { id: 'line', name: '', link: { kind: 'network', host: '' } } });
  expect(wrong.status).toBe(422);
  expect(JSON.stringify(await wrong.json())).toContain('printer.link.host');
  const finish = new URL('/api/setup/finish', service.url);
  const json = { 'content-type': 'application/json' };
  expect((await fetch(finish, { method: 'POST', headers: json, body: '{}' })).status).toBe(200);
  expect((await test(at(printer.port))).status).toBe(401);
});
