import { describe, expect, it } from 'vitest';
import { jsonBytes } from '../../../shared/sync/jsonSize.ts';
import { mayShow } from '../../../shared/sync/server/mayShow.ts';
import { station } from '../../support/syncBench.ts';

describe('jsonBytes', () => {
  it.each(['plain', 'jalapeño', 'müsli ß', '鮨と刺身', '🦞🍤', '"quoted"\n', ''])(
    '%s weighs what the wire carries',
    (text) => {
      expect(jsonBytes({ text })).toBe(Buffer.byteLength(JSON.stringify({ text })));
    },
  );
});

describe('which station a screen may be', () => {
  it.each([
    [['kitchen'], 'grill', true],
    [['kitchen'], 'expo', false],
    [['expo'], 'expo', true],
    [['manager'], 'expo', true],
    [['host'], 'grill', false],
    [['host'], 'expo', false],
  ] as const)('%j as %s: %s', (roles, id, isAllowed) => {
    expect(mayShow(roles, station(id))).toBe(isAllowed);
  });

  it('everybody may be a screen of no station', () => {
    expect(mayShow(['host'], null)).toBe(true);
  });
});
