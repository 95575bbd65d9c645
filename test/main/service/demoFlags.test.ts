import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { prepareDemoFolder } from '../../../main/service/demo/demoFolder.ts';
import { readStartFlags } from '../../../main/service/startFlags.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';

describe('--demo', () => {
  test('plays a full night of 120 covers in real time, with cooks that help before a window and do all without', () => {
    const { demo } = readStartFlags(['--demo']);
    expect(demo).toMatchObject({ covers: 120, speed: 1, night: 'full', cooks: 'help', door: 'auto' });
    expect(readStartFlags(['--demo', '--headless']).demo?.cooks).toBe('all');
    expect(readStartFlags(['--demo', '--night', 'hour']).demo?.covers).toBe(40);
    expect(readStartFlags([]).demo).toBeNull();
  });

  test.each([
    ['--speed', '0'],
    ['--speed', '61'],
    ['--speed', '1.5'],
    ['--covers', '401'],
    ['--covers', 'many'],
    ['--seed', '-1'],
    ['--cooks', 'some'],
    ['--door', 'open'],
    ['--night', 'long'],
  ])('%s %s is a complaint, exit code 2', (flag, value) => {
    expect(() => readStartFlags(['--demo', `${flag}=${value}`])).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    );
  });

  test("its flags mean nothing to a house's own hub", () => {
    expect(() => readStartFlags(['--speed', '20'])).toThrow('--demo');
  });
});

describe("the demo's folder", () => {
  const place = mkdtempSync(join(tmpdir(), 'heard-demo-folder-'));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  test('is fresh at each start, holds the restaurant, and leaves everything beside it alone', () => {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'heard.db'), 'the real one');
    const first = prepareDemoFolder(place);
    writeFileSync(first.account, '{}');
    const second = prepareDemoFolder(place);
    expect(second.tokens.pos).not.toBe(first.tokens.pos);
    expect(() => readFileSync(second.account)).toThrow('ENOENT');
    const config: unknown = JSON.parse(readFileSync(join(second.dataDir, 'config.json'), 'utf8'));
    expect(HouseConfig.parse(config).venue.name).toBe('Casa Mara');
    expect(readFileSync(join(place, 'heard.db'), 'utf8')).toBe('the real one');
  });

  test('that is not the demo’s is not emptied', () => {
    mkdirSync(join(place, 'demo'), { recursive: true });
    writeFileSync(join(place, 'demo', 'thesis.txt'), 'years of work');
    expect(() => prepareDemoFolder(place)).toThrow('not a folder of the demo');
    expect(readFileSync(join(place, 'demo', 'thesis.txt'), 'utf8')).toBe('years of work');
  });
});
