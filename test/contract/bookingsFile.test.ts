import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingLook, BookingRunState, MAX_FILE_BYTES } from '../../shared/protocol/bookingFiles.ts';
import { bookingsFile } from '../support/bookingsFile.ts';
import { ScreenEar } from '../support/screenEar.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

function ask(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const json = { 'content-type': 'application/json', ...headers };
  return fetch(new URL(`/api/setup/bookings${path}`, service.url), {
    ...(body === undefined ? { headers } : { method: 'POST', headers: json, body: JSON.stringify(body) }),
  });
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const look = async (answer: Response) => BookingLook.parse(await answer.json());
const run = async (answer: Response) => BookingRunState.parse(await answer.json());

async function over(id: string): Promise<BookingRunState> {
  for (;;) {
    const state = await run(await ask(`/${id}/run`));
    if (state.phase !== 'running') return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('/api/setup/bookings', () => {
  it('takes a file, says what would come of it, takes it in, and hosts see the parties', async () => {
    const { text, bad } = bookingsFile(200, 6, Date.now());
    const { id, mapping } = await look(await ask('', { data: base64(text) }));
    const seen = await look(await ask(`/${id}/look`, { encoding: null, separator: null, mapping }));
    expect(seen).toMatchObject({
      id,
      rows: 200,
      header: ['Name', 'Date', 'Time', 'Covers', 'Phone', 'Notes'],
    });
    await run(await ask(`/${id}/run`, { mapping: seen.mapping, isDry: true }));
    expect(await over(id)).toMatchObject({ phase: 'done', isDry: true, counts: { new: 194, bad: 6 } });
    await run(await ask(`/${id}/run`, { mapping: seen.mapping, isDry: false }));
    const taken = await over(id);
    expect(taken).toMatchObject({ phase: 'done', isDry: false, done: 200, counts: { new: 194, bad: 6 } });
    expect(new Map(taken.problems.map(({ row, code }) => [row, code]))).toEqual(bad);
    const host = await ScreenEar.connect(service.url, service.token('screen', '--role', 'host'));
    const { snapshot } = await host.hello();
    host.close();
    const parties = snapshot?.parties.filter(({ source }) => source === 'csv') ?? [];
    expect(parties).toHaveLength(194);
    expect(service.log()).not.toContain('Zephyrine');
  });

  it('refuses what is no file, what is too large, what is not open and what is not said', async () => {
    expect((await ask('', { data: 'no base64!' })).status).toBe(422);
    // A connection that is closed while its other side still sends may break before the answer is read.
    const beyond = await ask('', { data: 'A'.repeat(MAX_FILE_BYTES * 2) }).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof TypeError ? 413 : error),
    );
    expect(beyond).toBe(413);
    expect((await ask('/none/run')).status).toBe(404);
    const { id, mapping } = await look(await ask('', { data: base64('Name,Covers\nAna,2\n') }));
    expect((await ask(`/${id}/run`, { mapping, isDry: true })).status).toBe(422);
    expect((await ask(`/${id}/run`, { mapping: { ...mapping, source: 'heard' }, isDry: true })).status).toBe(
      422,
    );
    expect((await ask(`/${id}/close`, {})).status).toBe(200);
    expect((await ask(`/${id}/look`, { encoding: null, separator: null, mapping: null })).status).toBe(404);
  });

  it('is for whoever sets up the house', async () => {
    const kitchen = { cookie: `heard=${service.token('screen', '--role', 'kitchen')}` };
    const answer = await ask('', { data: base64('a') }, kitchen);
    expect([401, 403]).toContain(answer.status);
    expect((await ask('', { data: base64('a') }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
