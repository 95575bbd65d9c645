import Fastify from 'fastify';
import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { StationPictures } from '../../../main/service/station/StationPictures.ts';
import { readPictureFile } from '../../../main/store/pictureFiles.ts';
import type { PictureId } from '../../../shared/config/floor.ts';
import { defaultConfig } from '../../../shared/config/houseConfig.ts';
import { floorPictureUrl } from '../../../shared/protocol/floorPicture.ts';
import { aPicture } from '../../support/aPicture.ts';
import { dataFolder, until } from '../hub/hubHarness.ts';

const log = pino({ level: 'silent' });
const [shown, other] = [aPicture(1), aPicture(2)];

const houseShowing = (picture: PictureId) => ({
  ...defaultConfig,
  floor: { ...defaultConfig.floor, rooms: [{ id: 'r', name: 'R', width: 100, height: 100, picture }] },
});

async function aHub() {
  const hub = Fastify();
  const asked: unknown[] = [];
  hub.get<{ Params: { id: string } }>('/api/floor/pictures/:id', async ({ headers, params }, reply) => {
    asked.push([headers.authorization, params.id]);
    return reply.type('image/png').send(shown.bytes);
  });
  return { hub, asked, address: await hub.listen({ host: '127.0.0.1', port: 0 }) };
}

async function aStation(dataDir: string, address: string) {
  const app = Fastify();
  const pictures = new StationPictures({ dataDir, hubUrl: () => address, token: 'of-the-station', log });
  pictures.add(app);
  onTestFinished(() => app.close());
  return { app, pictures };
}

it('a station fetches what a room shows before anybody looks, and shows it without its hub too', async () => {
  const dataDir = dataFolder();
  const { hub, asked, address } = await aHub();
  const { pictures } = await aStation(dataDir, address);
  pictures.look(houseShowing(shown.id));
  await until('it to be here', () => readPictureFile(dataDir, shown.id) !== null);
  expect(asked).toEqual([['Bearer of-the-station', shown.id]]);
  await hub.close();

  const later = await aStation(dataDir, address);
  later.pictures.look(houseShowing(shown.id));
  const answer = await later.app.inject(floorPictureUrl(shown.id));
  expect(answer.rawPayload.equals(shown.bytes)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': expect.stringContaining('immutable'),
  });
  expect(asked).toHaveLength(1);

  later.pictures.look(houseShowing(other.id));
  expect(readPictureFile(dataDir, shown.id)).toBe(null);
  const gone = await later.app.inject(floorPictureUrl(other.id));
  expect([gone.statusCode, gone.headers['cache-control']]).toEqual([404, 'no-store']);
});

it('what no room shows is not asked for, and what is another picture is not kept', async () => {
  const dataDir = dataFolder();
  const { hub, asked, address } = await aHub();
  onTestFinished(() => hub.close());
  const { app, pictures } = await aStation(dataDir, address);
  pictures.look(houseShowing(other.id));
  expect((await app.inject(floorPictureUrl(shown.id))).statusCode).toBe(404);
  expect((await app.inject(floorPictureUrl(other.id))).statusCode).toBe(404);
  expect(readPictureFile(dataDir, other.id)).toBe(null);
  expect(asked).not.toContainEqual(['Bearer of-the-station', shown.id]);
});
