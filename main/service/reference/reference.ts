import { FEED_TYPES, feedExample } from '../../../shared/protocol/outside/feedTypes.ts';
import { LIMITS } from '../../../shared/protocol/outside/limits.ts';
import { FEED_EVENTS, MESSAGES } from '../../../shared/protocol/outside/messageExamples.ts';
import { OUTSIDE_ERRORS, type OutsideErrorInfo } from '../../../shared/protocol/outside/outsideErrors.ts';
import { REST_BASE, REST_ROUTES } from '../../../shared/protocol/outside/restRoutes.ts';
import { ARGUMENTS, answerSchemas, argumentSchemas, feedSchemas, type Schemas } from './documentSchemas.ts';
import type { JsonSchema } from './jsonSchema.ts';

export interface EventReference {
  readonly event: string;
  readonly says: string;
  /** `POST /api/v1/...`. */
  readonly rest: string;
  readonly argument: JsonSchema;
  readonly answer: 'Taken' | 'FeedPlace';
  readonly example: unknown;
}

export interface FeedReference {
  readonly type: string;
  readonly says: string;
  readonly schema: JsonSchema;
  readonly example: unknown;
}

/** Everything a program may rely on over Socket.IO, as data: `/reference.json`, and what the page is drawn from. */
export interface Reference {
  readonly version: string;
  readonly connection: Readonly<Record<string, string>>;
  readonly events: readonly EventReference[];
  readonly feed: readonly FeedReference[];
  /** What arguments and answers refer to by name. */
  readonly schemas: Schemas;
  readonly errors: Readonly<Record<string, OutsideErrorInfo>>;
  readonly limits: Readonly<Record<string, number>>;
}

const CONNECTION = {
  'Socket.IO': 'version 4, namespace /pos, the default path /socket.io, by websocket or polling',
  handshake: 'auth: {token}; a wrong one is connect_error with the message unauthorized',
  events: 'one JSON argument and an acknowledgement, which is given after the message is durable',
  feed: 'after feed.resume each message comes as the event feed with one argument and without acknowledgement',
  REST: `the same under ${REST_BASE} with Authorization: Bearer TOKEN; /openapi.json has all of it. What stands in a path is percent-encoded (an id . or .. has to go over Socket.IO); key may be the header Idempotency-Key`,
  'REST, before a message is read':
    '400: the address is no text; 405: another method; 415: not application/json; 429 with unauthorized: too many wrong tokens',
  'REST, the feed': `GET ${REST_BASE}/feed?after=&epoch=&wait=&limit= waits up to wait seconds and answers {ok, epoch, seq, messages}; ask again with its epoch and seq. It does not acknowledge`,
  metrics: 'GET /metrics for Prometheus: from this device, or with a token of scope pos or admin',
} as const;

export function reference(version: string): Reference {
  const schemas = argumentSchemas();
  const feed = feedSchemas();
  const pieces = Object.entries(schemas).filter(([name]) => !Object.hasOwn(ARGUMENTS, name));
  return {
    version,
    connection: CONNECTION,
    events: Object.entries({ ...MESSAGES, ...FEED_EVENTS }).flatMap(([event, { says, example }]) => {
      const argument = schemas[event];
      if (!argument) return [];
      const answer = Object.hasOwn(FEED_EVENTS, event) ? 'FeedPlace' : 'Taken';
      return [{ event, says, rest: restOf(event), argument, answer, example }];
    }),
    feed: Object.entries(FEED_TYPES).flatMap(([type, { says }]) => {
      const schema = feed[type];
      return schema ? [{ type, says, schema, example: feedExample(type) }] : [];
    }),
    schemas: { ...Object.fromEntries(pieces), ...answerSchemas() },
    errors: OUTSIDE_ERRORS,
    limits: LIMITS,
  };
}

function restOf(event: string): string {
  const route = REST_ROUTES.find((one) => one.event === event);
  if (route) return `POST ${REST_BASE}${route.path}`;
  return event === 'feed.ack' ? `POST ${REST_BASE}/feed/ack` : `GET ${REST_BASE}/feed`;
}
