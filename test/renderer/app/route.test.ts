import { expect, test } from 'vitest';
import { routeOf } from '../../../renderer/app/route.ts';
import { tokenInFragment } from '../../../renderer/app/session.ts';
import { shortName } from '../../../shared/lib/shortName.ts';

test.each([
  ['/', { kind: 'kitchen', station: 'kitchen' }],
  ['/kitchen', { kind: 'kitchen', station: 'kitchen' }],
  ['/kitchen/Grill/', { kind: 'kitchen', station: 'grill' }],
  ['/kitchen/%E0%A4%A', { kind: 'kitchen', station: '%E0%A4%A' }],
  ['/expo', { kind: 'expo' }],
  ['/setup', { kind: 'setup' }],
  ['/welcome', { kind: 'welcome' }],
  ['/host', { kind: 'host' }],
  ['/ops', { kind: 'later', name: 'ops' }],
])('%s opens its screen', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test.each([
  ['?view=run', { kind: 'run' }],
  ['?view=handoff', { kind: 'handoff' }],
  ['?view=other', { kind: 'expo' }],
  ['', { kind: 'expo' }],
])('/expo%s opens its screen', (search, route) => {
  expect(routeOf('/expo', search)).toEqual(route);
});

test('a token stands in the fragment as t, and nowhere else', () => {
  expect(tokenInFragment('#t=abc')).toBe('abc');
  expect(tokenInFragment('#page=2&t=abc')).toBe('abc');
  expect(tokenInFragment('#abc')).toBeNull();
  expect(tokenInFragment('')).toBeNull();
});

test('a customer is a first name and an initial', () => {
  expect(shortName('Ana María Ruiz')).toBe('Ana R.');
  expect(shortName('Leo')).toBe('Leo');
});
