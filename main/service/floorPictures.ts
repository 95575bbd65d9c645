import type { FastifyInstance } from 'fastify';
import { PictureId } from '../../shared/config/floor.ts';
import { FloorPicturePut, MAX_PICTURE_BYTES } from '../../shared/protocol/floorPicture.ts';
import { invalid, refusal } from '../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../shared/protocol/outside/parseMessage.ts';
import type { HubPort } from '../hub/port.ts';

import { bearerOf } from './rest/bearer.ts';
import { setupDoor } from './setup/setupDoor.ts';
import { whoAsks } from './whoAsks.ts';

/** Base64 and the braces round it. */
const MAX_BODY_BYTES = MAX_PICTURE_BYTES * 1.5;
/** Its name is made of what is in it, so it never changes. */
export const FOR_GOOD = 'private, max-age=31536000, immutable';

/** The pictures behind the floor plan: a manager's browser brings them, screens and stations alone fetch them. */
export async function addFloorPictures(app: FastifyInstance, hub: HubPort): Promise<void> {
  await app.register(async (pictures) => {
    pictures.addHook('onRequest', setupDoor(hub));
    pictures.post('/api/setup/pictures', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
      const parsed = parseMessage(FloorPicturePut, request.body);
      if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
      const id = hub.pictures.keep(Buffer.from(parsed.value.data, 'base64'));
      return id === null
        ? reply.code(422).send(invalid([{ path: 'data', message: 'is no JPEG, PNG or WebP' }]))
        : reply.send({ id });
    });
  });
  app.get<{ Params: { id: string } }>('/api/floor/pictures/:id', async (request, reply) => {
    if (whoAsks(hub, { headers: request.headers, address: request.ip }, bearerOf(request)) === null)
      return reply.code(401).send(refusal('unauthorized', 'This browser is not let in.'));
    const id = PictureId.safeParse(request.params.id);
    const picture = id.success ? hub.pictures.read(id.data) : null;
    if (picture === null) return reply.code(404).send(refusal('not_found', 'There is no such picture.'));
    return reply.header('cache-control', FOR_GOOD).type(picture.type).send(picture.bytes);
  });
}
