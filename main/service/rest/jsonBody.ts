import type { FastifyInstance } from 'fastify';
import { invalid, type OutsideRefusal, refusal } from '../../../shared/protocol/outside/answer.ts';
import { LIMITS } from '../../../shared/protocol/outside/limits.ts';
import { ARGUMENT } from '../../../shared/protocol/outside/parseMessage.ts';

/** A body that is no message, with what is to be answered. */
export class BadBody extends Error {
  readonly answer: OutsideRefusal;

  constructor(answer: OutsideRefusal) {
    super(answer.error.message);
    this.answer = answer;
  }
}

export const tooLarge = refusal('too_large', `A message has at most ${LIMITS.messageBytes} bytes.`);
const utf8 = new TextDecoder('utf-8', { fatal: true });
const notJson = invalid([{ path: ARGUMENT, message: 'is not JSON in UTF-8' }]);

/**
 * Bodies are read up to the size at which the connection closes, so that what is only too large can still be told so. They are parsed as the
 * socket parses its packets: names of a prototype are fields like any other, which the schemas ignore.
 */
export function readJsonBodies(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: LIMITS.readBytes },
    (_request, body, done) => {
      try {
        done(null, parse(typeof body === 'string' ? Buffer.from(body) : body));
      } catch (error) {
        done(error instanceof BadBody ? error : new BadBody(notJson));
      }
    },
  );
}

function parse(body: Buffer): unknown {
  if (body.length > LIMITS.messageBytes) throw new BadBody(tooLarge);
  return body.length === 0 ? undefined : JSON.parse(utf8.decode(body));
}
