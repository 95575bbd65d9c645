import { expect, it } from 'vitest';
import { hubOrigin, serviceArgs } from '../../../main/shell/serviceArgs.ts';

it('the window of a station is at home at its hub too', () => {
  const args = serviceArgs([
    '--join',
    '192.168.1.20:4680',
    '--station',
    'grill',
    '--token',
    'x',
    '--lang=es',
  ]);
  expect(args).toEqual(['--join', '192.168.1.20:4680', '--station', 'grill', '--token', 'x']);
  expect(hubOrigin(args)).toBe('http://192.168.1.20:4680');
  expect(hubOrigin(['--join', 'https://hub.lan/'])).toBe('https://hub.lan');
  expect(hubOrigin(['--port', '1'])).toBeUndefined();
});
