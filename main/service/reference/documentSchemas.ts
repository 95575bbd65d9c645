import { z } from 'zod';
import { OutsideAllergy } from '../../../shared/protocol/outside/allergy.ts';
import {
  AnyFeedMessage,
  FeedPage,
  FeedPlace,
  Refused,
  Taken,
} from '../../../shared/protocol/outside/answerSchemas.ts';
import { FEED_TYPES, feedSchema } from '../../../shared/protocol/outside/feedTypes.ts';
import { OutsideInstant } from '../../../shared/protocol/outside/instant.ts';
import { OutsideItem, OutsideModifier } from '../../../shared/protocol/outside/item.ts';
import { OutsidePartyGuest } from '../../../shared/protocol/outside/party.ts';
import { FEED_MESSAGES, POS_MESSAGES } from '../../../shared/protocol/outside/posMessages.ts';
import { OutsideCourse, OutsideGuest } from '../../../shared/protocol/outside/ticket.ts';
import { JsonSchema } from './jsonSchema.ts';

/** Parts of messages that have a name of their own in the documents. */
const PIECES: Readonly<Record<string, z.ZodType>> = {
  Instant: OutsideInstant,
  Allergy: OutsideAllergy,
  Modifier: OutsideModifier,
  Item: OutsideItem,
  Course: OutsideCourse,
  Guest: OutsideGuest,
  PartyGuest: OutsidePartyGuest,
};

const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Taken,
  FeedPlace,
  Refused,
  FeedMessage: AnyFeedMessage,
  FeedPage,
};

/** Every event with its argument. */
export const ARGUMENTS: Readonly<Record<string, z.ZodType>> = {
  ...POS_MESSAGES,
  ...FEED_MESSAGES,
};

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** `#/components/schemas/NAME` is where OpenAPI looks for them. */
const POINTER = '#/components/schemas/';

/** As a sender writes them: pieces by their names, arguments by their events. */
export function argumentSchemas(): Schemas {
  // Two events may share one schema; a registry tells schemas apart by identity.
  const own = Object.entries(ARGUMENTS).map(
    ([event, schema]) => [event, schema.meta({ title: event })] as const,
  );
  return jsonSchemas({ ...PIECES, ...Object.fromEntries(own) }, 'input');
}

export function answerSchemas(): Schemas {
  return jsonSchemas(ANSWERS, 'input');
}

/** Messages of the feed, strict, by type. */
export function feedSchemas(): Schemas {
  const byType = Object.keys(FEED_TYPES).flatMap((type) => {
    const schema = feedSchema(type);
    return schema ? [[type, schema] as const] : [];
  });
  return jsonSchemas(Object.fromEntries(byType), 'output');
}

function jsonSchemas(named: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Schemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => POINTER + id });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _draft, $id: _uri, ...rest } = schema;
      return [id, JsonSchema.parse(rest)];
    }),
  );
}

/** The name behind a reference; null: it is none. */
export function referred(schema: JsonSchema): string | null {
  return schema.$ref?.startsWith(POINTER) ? schema.$ref.slice(POINTER.length) : null;
}
