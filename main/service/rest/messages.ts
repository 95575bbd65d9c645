import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldProblem, invalid } from '../../../shared/protocol/outside/answer.ts';
import { REST_ROUTES } from '../../../shared/protocol/outside/restRoutes.ts';
import { handlePosMessage } from '../../sync/posMessage.ts';
import type { CallerOf } from './bearer.ts';
import { onlyBy } from './onlyBy.ts';
import type { RestDeps } from './restDeps.ts';
import { sendAnswer } from './restReply.ts';

const KEY_HEADER = 'idempotency-key';

/** One POST for each event; the argument is put together from path, header and body and then goes the socket's way. */
export function addMessages(api: FastifyInstance, { hub, posLink }: RestDeps, callerOf: CallerOf): void {
  for (const route of REST_ROUTES) {
    const url = route.path.replace(/\{(\w+)\}/gu, ':$1');
    const handle = async (request: FastifyRequest, reply: FastifyReply) => {
      const caller = callerOf(request);
      if (caller.scope === 'pos') posLink.said();
      const said = argumentOf(request);
      if (!said.ok) return sendAnswer(reply, invalid(said.fields));
      return sendAnswer(reply, await handlePosMessage(hub, caller, route.event, said.argument));
    };
    onlyBy(api, 'POST', url, handle);
  }
}

type Argument =
  | { readonly ok: true; readonly argument: unknown }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

/** A body that is no object is judged as it is: what is wrong with it is told as on the socket. */
function argumentOf(request: FastifyRequest): Argument {
  const body = request.body === undefined ? {} : request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { ok: true, argument: body };
  const given = new Map(Object.entries(params(request)));
  const key = request.headers[KEY_HEADER];
  if (typeof key === 'string') given.set('key', key);
  const said = new Map<string, unknown>(Object.entries(body));
  const fields = [...given].flatMap(([path, value]) =>
    said.has(path) && said.get(path) !== value ? [{ path, message: elsewhere(path) }] : [],
  );
  if (fields.length > 0) return { ok: false, fields };
  return { ok: true, argument: { ...body, ...Object.fromEntries(given) } };
}

function elsewhere(field: string): string {
  return field === 'key' ? `must be the same as in ${KEY_HEADER}` : 'must be the same as in the path';
}

function params({ params: named }: FastifyRequest): Record<string, string> {
  const entries = Object.entries(typeof named === 'object' && named !== null ? named : {});
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
