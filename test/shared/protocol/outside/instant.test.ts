import { describe, expect, test } from 'vitest';
import { instantText, parseInstant } from '../../../../shared/protocol/outside/instant.ts';

describe('instants of the outside', () => {
  test.each([
    ['2026-05-01T19:30:00Z', '2026-05-01T19:30:00.000Z'],
    ['2026-05-01T19:30Z', '2026-05-01T19:30:00.000Z'],
    ['2026-05-01T19:30:00+02:00', '2026-05-01T17:30:00.000Z'],
    ['2026-05-01T19:30:00.123456-0530', '2026-05-02T01:00:00.123Z'],
    ['2024-02-29T00:00:00+00:00', '2024-02-29T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    const parsed = parseInstant(text);
    expect('at' in parsed && instantText(parsed.at)).toBe(expected);
  });

  test.each([
    ['no offset', '2026-05-01T19:30:00', /offset/u],
    ['a day without time', '2026-05-01', /ISO 8601/u],
    ['a time without day', '19:30:00Z', /ISO 8601/u],
    ['a number', '1761000000000', /ISO 8601/u],
    ['words', 'tonight', /ISO 8601/u],
    ['a day no month has', '2026-02-31T19:30:00Z', /calendar/u],
    ['hour 25', '2026-05-01T25:30:00Z', /calendar/u],
    ['a leap day of a common year', '2025-02-29T00:00:00Z', /calendar/u],
    ['the year 1', '0001-01-01T00:00:00Z', /calendar/u],
    ['words after it', '2026-05-01T19:30:00Z or so', /ISO 8601/u],
  ])('refuses %s', (_name, text, why) => {
    const parsed = parseInstant(text);
    expect('problem' in parsed && parsed.problem).toMatch(why);
  });
});
