import { afterAll, beforeAll, expect, it } from 'vitest';
import { FloorPictureKept, floorPictureUrl, MAX_PICTURE_BYTES } from '../../shared/protocol/floorPicture.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const send = (bytes: Buffer) =>
  fetch(new URL('/api/setup/pictures', service.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: bytes.toString('base64') }),
  });
const get = (path: string, headers = {}) => fetch(new URL(path, service.url), { headers });

it('a picture of the floor is kept and comes back to screens as what it is, for good', async () => {
  const answer = await send(PNG);
  expect(answer.status).toBe(200);
  const { id } = FloorPictureKept.parse(await answer.json());
  const picture = await get(floorPictureUrl(id));
  expect(Buffer.from(await picture.arrayBuffer()).equals(PNG)).toBe(true);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('cache-control')).toContain('immutable');
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
});

it('what is no picture is refused, and so is one that is too large', async () => {
  expect((await send(Buffer.from('<svg onload="x()"/>'))).status).toBe(422);
  expect((await send(Buffer.concat([PNG, Buffer.alloc(MAX_PICTURE_BYTES)]))).status).toBe(422);
});

it('nobody but a screen gets one, under no other name than its own', async () => {
  const { id } = FloorPictureKept.parse(await (await send(PNG)).json());
  expect((await get(floorPictureUrl(id), { 'x-forwarded-for': '10.0.0.9' })).status).toBe(401);
  for (const other of ['..%2Fheard.db', 'heard.db', `${'0'.repeat(32)}.png`])
    expect((await get(`/api/floor/pictures/${other}`)).status).toBe(404);
  const stranger = await fetch(new URL('/api/setup/pictures', service.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.9' },
    body: JSON.stringify({ data: PNG.toString('base64') }),
  });
  expect(stranger.status).toBe(401);
});
