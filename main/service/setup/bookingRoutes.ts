import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  BookingFilePut,
  BookingLookRequest,
  BookingRunRequest,
  type BookingRunState,
  MAX_FILE_BYTES,
} from '../../../shared/protocol/bookingFiles.ts';
import { invalid, refusal } from '../../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import type { SetupDeps } from './setupDeps.ts';

/** Base64 is four characters for three bytes; and the JSON around it. */
const MAX_BODY_BYTES = Math.ceil((MAX_FILE_BYTES * 4) / 3) + 1_024;

/** Bookings from a file: looked at, tried, taken. The file is in memory while somebody works at it, and nowhere else. */
export function addBookingRoutes(setup: FastifyInstance, { bookings }: SetupDeps): void {
  const gone = (reply: FastifyReply) =>
    reply.code(404).send(refusal('not_found', 'This file is not open any more. Choose it again.'));
  const answer = (reply: FastifyReply, state: BookingRunState | null) =>
    state === null ? gone(reply) : reply.send(state);

  setup.post('/bookings', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const parsed = parseMessage(BookingFilePut, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    return reply.send(await bookings.take(Buffer.from(parsed.value.data, 'base64')));
  });
  setup.post<{ Params: { id: string } }>('/bookings/:id/look', async (request, reply) => {
    const parsed = parseMessage(BookingLookRequest, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    const look = await bookings.look(request.params.id, parsed.value);
    return look === null ? gone(reply) : reply.send(look);
  });
  setup.post<{ Params: { id: string } }>('/bookings/:id/run', async (request, reply) => {
    const parsed = parseMessage(BookingRunRequest, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    const { mapping, isDry } = parsed.value;
    const started = await bookings.start(request.params.id, mapping, isDry);
    switch (started) {
      case 'gone':
        return gone(reply);
      case 'not_ready':
        return reply
          .code(422)
          .send(invalid([{ path: 'mapping', message: 'does not say all that the file needs' }]));
      case 'running':
        return reply.code(409).send(refusal('conflict', 'This file is being read already.'));
      default:
        return reply.send(started);
    }
  });
  setup.get<{ Params: { id: string } }>('/bookings/:id/run', async (request, reply) =>
    answer(reply, bookings.state(request.params.id)),
  );
  setup.post<{ Params: { id: string } }>('/bookings/:id/cancel', async (request, reply) =>
    answer(reply, bookings.cancel(request.params.id)),
  );
  setup.post<{ Params: { id: string } }>('/bookings/:id/close', async (request, reply) => {
    bookings.close(request.params.id);
    return reply.send({ ok: true });
  });
}
