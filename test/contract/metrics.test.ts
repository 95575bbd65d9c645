import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectCook } from '../support/cook.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { ask } from '../support/restClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';
import { until } from '../support/wait.ts';

let service: TestService;
let pos: PosClient;
let secret: string;

beforeAll(async () => {
  service = await startService();
  secret = service.token('pos');
  pos = await connectPos(service.url, secret);
});
afterAll(async () => {
  pos.close();
  await service.stop();
});

const scrape = async (headers: Record<string, string> = {}) =>
  await ask(`${service.url}/metrics`, { headers });
/** The value of one line of the text format; undefined when there is none. */
async function value(line: string): Promise<number | undefined> {
  const { body } = await scrape();
  const found = String(body)
    .split('\n')
    .find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

describe('/metrics', () => {
  it('is the text of Prometheus: every line a comment or a number with a name', async () => {
    const { status, headers, body } = await scrape();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
    const line =
      /^(?:# (?:HELP|TYPE) [a-z0-9_]+ .+|[a-z][a-z0-9_]*(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? -?[\d.e+-]+|[a-z_]+(?:\{.*\})? (?:N[aA]N|Nan|\+Inf)|)$/u;
    expect(
      String(body)
        .split('\n')
        .filter((one) => !line.test(one)),
    ).toEqual([]);
  });

  it('counts commands by kind and outcome, and times them', async () => {
    const batches = (await value('heard_batch_seconds_count')) ?? 0;
    const ticket = aTicket({ revision: 1 });
    await pos.send('ticket.put', ticket);
    await pos.send('ticket.put', ticket);
    await pos.send('ticket.put', { ...ticket, notes: 'x' });
    await pos.send('course.fire', { source: ticket.source, id: ticket.id, course: 9 });
    expect(await value('heard_commands_total{type="ticket.put",outcome="applied"}')).toBe(1);
    expect(await value('heard_commands_total{type="ticket.put",outcome="duplicate"}')).toBe(1);
    expect(await value('heard_commands_total{type="ticket.put",outcome="conflict"}')).toBe(1);
    expect(await value('heard_commands_total{type="course.fire",outcome="not_found"}')).toBe(1);
    const after = await value('heard_batch_seconds_count');
    expect(after).toBeGreaterThanOrEqual(batches + 4);
    expect(await value('heard_batch_seconds_bucket{le="+Inf"}')).toBe(after);
    expect(await value('heard_batch_seconds_bucket{le="2.5"}')).toBe(after);
    expect(await value('heard_batch_seconds_sum')).toBeGreaterThan(0);
  });

  it('knows the log, the open tickets, who is connected and who is behind', async () => {
    await pos.send('feed.resume', { after: 0 });
    const open = (await value('heard_open_tickets')) ?? 0;
    const answer = await pos.send('ticket.put', aTicket());
    const seq = answer.ok ? answer.seq : Number.NaN;
    expect(await value('heard_open_tickets')).toBe(open + 1);
    expect(await value('heard_station_open_tickets{station="kitchen"}')).toBe(open + 1);
    expect(await value('heard_log_seq')).toBe(seq);
    expect(await value('heard_up')).toBe(1);
    expect(await value('heard_program_connections{token="pos-1"}')).toBe(1);
    expect(await value('heard_feed_backlog{token="pos-1"}')).toBe(seq);
    await pos.send('feed.ack', { seq });
    expect(await value('heard_feed_backlog{token="pos-1"}')).toBe(0);
    expect(await value('heard_socket_buffered_bytes{namespace="/pos"}')).toBeGreaterThanOrEqual(0);
    expect(await value('heard_dead_letters')).toBe(0);
    expect(await value(`heard_build_info{build="dev",node="${process.version}"}`)).toBe(1);
    expect(await value('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(await value('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
  });

  it('follows screens as they come and go', async () => {
    expect(await value('heard_screens_connected')).toBe(0);
    expect(await value('heard_station_up{station="kitchen"}')).toBe(0);
    const cook = await connectCook(service.url);
    expect(await value('heard_screens_connected')).toBe(1);
    cook.close();
    await until('nobody', async () => (await value('heard_screens_connected')) === 0);
  });

  it('names no guest, no note, no secret', async () => {
    await pos.send(
      'ticket.put',
      aTicket({
        customer: { name: 'Zebedee Quill', phone: '600123123' },
        notes: 'window seat please',
        items: [anItem('a', { name: 'Hispi cabbage' })],
      }),
    );
    const { body } = await scrape();
    for (const word of ['Zebedee', '600123123', 'window', 'Hispi', secret]) expect(body).not.toContain(word);
  });

  it('is read from this device, or with a token of scope pos or admin', async () => {
    const proxied = { 'x-forwarded-for': '10.0.0.7' };
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    expect((await scrape(proxied)).status).toBe(401);
    expect((await scrape(bearer('wrong'))).status).toBe(401);
    expect((await scrape({ ...proxied, ...bearer(service.token('screen')) })).status).toBe(401);
    expect((await scrape({ ...proxied, ...bearer(service.token('pos')) })).status).toBe(200);
    expect((await scrape({ ...proxied, ...bearer(service.token('admin')) })).status).toBe(200);
  });
});
