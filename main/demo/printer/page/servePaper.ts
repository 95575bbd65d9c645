import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { PrinterControl } from '../../../../shared/demo/printerControl.ts';
import { control, look } from '../control.ts';
import { paperPicture } from '../paper/paperPicture.ts';
import { encodePng } from '../paper/png.ts';
import type { VirtualPrinter } from '../VirtualPrinter.ts';
import { PAPER_PAGE } from './paperPage.ts';

const MOST_BODY = 10_000;

/**
 * The page that shows the paper: `/`, `/look` (JSON), `/chits/N.png`, and `POST /control` (JSON; that type alone, which no page of another site
 * can send).
 */
export async function servePaper(
  printer: VirtualPrinter,
  port: number,
  host: string,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    answer(printer, request, response).catch((error: unknown) =>
      send(response, 400, 'text/plain', String(error)),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = address !== null && typeof address !== 'string' ? address.port : port;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/` };
}

async function answer(
  printer: VirtualPrinter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? '/';
  if (request.method === 'POST' && path === '/control') {
    if (request.headers['content-type'] !== 'application/json')
      return send(response, 415, 'text/plain', 'JSON');
    const said: unknown = JSON.parse(await bodyOf(request));
    await control(printer, PrinterControl.parse(said));
    return send(response, 200, 'application/json', JSON.stringify(look(printer)));
  }
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'GET');
  if (path === '/') return send(response, 200, 'text/html; charset=utf-8', PAPER_PAGE);
  if (path === '/look') return send(response, 200, 'application/json', JSON.stringify(look(printer)));
  const number = /^\/chits\/(\d{1,9})\.png$/u.exec(path)?.[1];
  const chit = printer.chits.find((one) => one.number === Number(number));
  if (chit === undefined) return send(response, 404, 'text/plain', 'nothing here');
  const picture = encodePng(paperPicture(chit.lines, printer.widthDots));
  response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'max-age=3600' });
  response.end(picture);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BODY) throw new Error('too long');
  }
  return text;
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}
