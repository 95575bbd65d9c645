import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { FEED_EVENTS, MESSAGES } from '../../../shared/protocol/outside/messageExamples.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import { FEED_MESSAGES, POS_MESSAGES } from '../../../shared/protocol/outside/posMessages.ts';
import { pathFields, REST_ROUTES } from '../../../shared/protocol/outside/restRoutes.ts';

const schemas = (of: Readonly<Record<string, z.ZodType>>) => Object.entries(of);
const taken = schemas(POS_MESSAGES);
const feed = schemas(FEED_MESSAGES);
const names = Object.keys(POS_MESSAGES).sort();

describe('the documents', () => {
  it('name every event once, with a path over REST', () => {
    expect(REST_ROUTES.map(({ event }) => event).sort()).toEqual(names);
    expect(Object.keys(MESSAGES).sort()).toEqual(names);
    expect(Object.keys(FEED_EVENTS).sort()).toEqual(Object.keys(FEED_MESSAGES).sort());
    expect(new Set(REST_ROUTES.map(({ path }) => path)).size).toBe(REST_ROUTES.length);
  });

  it.each([...taken, ...feed])('have an example of %s that is taken as it stands', (event, schema) => {
    const { example } = { ...MESSAGES, ...FEED_EVENTS }[event] ?? {};
    expect(parseMessage(schema, example)).toMatchObject({ ok: true });
  });

  it.each(REST_ROUTES)('have $event’s path made of fields that its argument must have', ({ event, path }) => {
    const { example } = MESSAGES[event] ?? {};
    const schema = Object.fromEntries(taken)[event];
    for (const field of pathFields(path)) {
      const { [field]: _gone, ...rest } = { ...example };
      expect(schema && parseMessage(schema, rest)).toMatchObject({ ok: false, fields: [{ path: field }] });
    }
  });
});
