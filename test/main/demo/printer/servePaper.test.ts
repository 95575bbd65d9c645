import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { servePaper } from '../../../../main/demo/printer/page/servePaper.ts';
import { VirtualPrinter } from '../../../../main/demo/printer/VirtualPrinter.ts';
import { openLink } from '../../../../main/printing/link/openLink.ts';
import { chitBytes, QUICK } from '../../../support/printedChits.ts';

const PNG = '89504e470d0a1a0a';
const NEVER = new AbortController().signal;
let printer: VirtualPrinter;
let server: Server;
let url: string;

beforeEach(async () => {
  printer = new VirtualPrinter({ model: 'epson', width: 80 });
  await printer.listen();
  ({ server, url } = await servePaper(printer, 0, '127.0.0.1'));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  await printer.stop();
});

const control = (wish: string, type = 'application/json') =>
  fetch(`${url}control`, { method: 'POST', headers: { 'content-type': type }, body: wish });

it('shows the paper: the page, what the printer is, and each chit as a picture', async () => {
  const link = openLink(
    { link: { kind: 'network', host: '127.0.0.1', port: printer.port }, model: 'epson' },
    QUICK,
  );
  expect(await link.print(chitBytes('epson', 1), { number: 1 }, NEVER)).toEqual({ kind: 'printed' });
  expect((await fetch(url)).headers.get('content-type')).toMatch('text/html');
  expect(await (await fetch(`${url}look`)).json()).toMatchObject({ isOn: true, paper: 'in' });
  const [chit] = printer.chits;
  const picture = Buffer.from(await (await fetch(`${url}chits/${chit?.number}.png`)).arrayBuffer());
  expect(picture.subarray(0, 8).toString('hex')).toBe(PNG);
  expect((await fetch(`${url}chits/99.png`)).status).toBe(404);
});

it('takes the paper out and puts it in, and tells the link so', async () => {
  const link = openLink(
    { link: { kind: 'network', host: '127.0.0.1', port: printer.port }, model: 'epson' },
    QUICK,
  );
  expect(await (await control(JSON.stringify({ paper: 'out' }))).json()).toMatchObject({ paper: 'out' });
  expect(await link.status()).toMatchObject({ kind: 'paper' });
  await control(JSON.stringify({ paper: 'in' }));
  expect(await link.status()).toEqual({ kind: 'ready' });
});

it('takes no form of another site, and nothing that is no wish', async () => {
  expect((await control(JSON.stringify({ paper: 'out' }), 'text/plain')).status).toBe(415);
  expect((await control('{"paper":"gone"}')).status).toBe(400);
  expect((await control('paper')).status).toBe(400);
  expect((await fetch(`${url}control`, { method: 'PUT' })).status).toBe(405);
  expect(printer.firmware.body.paper).toBe('in');
});
