import { LIMITS } from '../../../shared/protocol/outside/limits.ts';
import { FEED_EVENTS, MESSAGES } from '../../../shared/protocol/outside/messageExamples.ts';
import {
  DEFAULT_PAGE,
  MAX_PAGE,
  MAX_WAIT_SECONDS,
  pathFields,
  REST_BASE,
  REST_ROUTES,
  type RestRoute,
} from '../../../shared/protocol/outside/restRoutes.ts';
import { answerSchemas, argumentSchemas, type Schemas } from './documentSchemas.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { refusalResponses, sharedResponses } from './openApiResponses.ts';

const JSON_TYPE = 'application/json';
/** Said by their place over REST: the path, or the header `Idempotency-Key`. */
const KEY = 'key';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of the REST mirror, made from the schemas that the hub judges messages by. */
export function openApi(version: string): Json {
  const schemas = argumentSchemas();
  return {
    openapi: '3.1.0',
    info: { title: 'Heard', version, description: ABOUT },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths: {
      ...Object.fromEntries(
        REST_ROUTES.flatMap((route) => {
          const post = operation(route, schemas);
          return post === null ? [] : [[REST_BASE + route.path, { post }]];
        }),
      ),
      [`${REST_BASE}/feed`]: { get: feed },
      [`${REST_BASE}/feed/ack`]: { post: acknowledge },
      '/health': { get: health },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of scope pos or bookings.' },
      },
      schemas: { ...schemas, ...answerSchemas() },
      responses: sharedResponses(),
    },
  };
}

const ABOUT = `The events of Socket.IO's /pos over HTTP: see /reference for both. A message has at most ${LIMITS.messageBytes} bytes and is answered after it is durable. Fields that are not named here are ignored.`;

function operation({ event, path }: RestRoute, schemas: Schemas): Json | null {
  const argument = schemas[event];
  const info = MESSAGES[event];
  if (!argument || !info) return null;
  const inPath = pathFields(path);
  const body = without(argument, [...inPath, KEY]);
  return {
    operationId: event,
    tags: [path.split('/')[1]],
    summary: info.says,
    description: `The same as the event ${event}.`,
    parameters: [
      ...inPath.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: argument.properties?.[name] ?? { type: 'string' },
        example: info.example[name],
      })),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: argument.required?.includes(KEY) ?? false,
        description:
          'The same key with the same message is answered `duplicate`, with another `conflict`. ASCII; or `key` in the body.',
        schema: argument.properties?.[KEY] ?? { type: 'string' },
        ...(info.example[KEY] === undefined ? {} : { example: info.example[KEY] }),
      },
    ],
    requestBody: {
      required: (body.required ?? []).length > 0,
      content: { [JSON_TYPE]: { schema: body, example: exampleWithout(info.example, [...inPath, KEY]) } },
    },
    responses: {
      200: { description: 'Taken, and durable.', content: { [JSON_TYPE]: { schema: ref('Taken') } } },
      ...refusalResponses([401, 403, 404, 409, 413, 415, 422, 429, 500, 503]),
    },
  };
}

const seconds = { type: 'integer', minimum: 0, maximum: MAX_WAIT_SECONDS, default: 0 };
const feed: Json = {
  operationId: 'feed',
  tags: ['feed'],
  summary: 'What the kitchen does, from a place in the log on.',
  description:
    'Waits up to `wait` seconds for something to tell. It does not acknowledge. Ask again with the `seq` and `epoch` of the answer.',
  parameters: [
    query('after', { type: 'integer', minimum: 0 }, "Absent: the token's cursor. 0: from the beginning."),
    query(
      'epoch',
      { type: 'string', minLength: 1, maxLength: LIMITS.idCharacters },
      'The log that `after` is of.',
    ),
    query('wait', seconds, 'In seconds.'),
    query(
      'limit',
      { type: 'integer', minimum: 1, maximum: MAX_PAGE, default: DEFAULT_PAGE },
      'Messages at most.',
    ),
  ],
  responses: {
    200: { description: 'A page.', content: { [JSON_TYPE]: { schema: ref('FeedPage') } } },
    ...refusalResponses([401, 410, 422, 429, 500, 503]),
  },
};

const acknowledge: Json = {
  operationId: 'feed.ack',
  tags: ['feed'],
  summary: FEED_EVENTS['feed.ack']?.says,
  requestBody: {
    required: true,
    content: { [JSON_TYPE]: { schema: ref('feed.ack'), example: FEED_EVENTS['feed.ack']?.example } },
  },
  responses: {
    200: {
      description: 'Where the cursor stands now.',
      content: { [JSON_TYPE]: { schema: ref('FeedPlace') } },
    },
    ...refusalResponses([401, 413, 415, 422, 429, 500, 503]),
  },
};

const healthBody = {
  type: 'object',
  properties: { ok: { type: 'boolean' }, reasons: { type: 'array', items: { type: 'string' } } },
  required: ['ok', 'reasons'],
};
const health: Json = {
  operationId: 'health',
  tags: ['health'],
  summary: 'Whether the hub takes commands; what is wrong beside that is a reason listed.',
  security: [],
  responses: {
    200: { description: 'It does.', content: { [JSON_TYPE]: { schema: healthBody } } },
    503: { description: 'It does not.', content: { [JSON_TYPE]: { schema: healthBody } } },
  },
};

function query(name: string, schema: Json, description: string): Json {
  return { name, in: 'query', required: false, schema, description };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const properties = exampleWithout(schema.properties ?? {}, names);
  const required = (schema.required ?? []).filter((name) => !names.includes(name));
  const { required: _all, ...rest } = schema;
  return { ...rest, properties, ...(required.length > 0 ? { required } : {}) };
}

function exampleWithout<T>(value: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
