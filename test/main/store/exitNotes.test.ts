import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crashLoop, noteExit, readExits } from '../../../main/store/exitNotes.ts';
import { dataFolder } from './folder.ts';

const MINUTE = 60_000;

describe('notes of exits by fault', () => {
  it('three within a minute are a loop, two or three in longer are not', () => {
    const dataDir = dataFolder();
    expect(crashLoop(dataDir, 0)).toBeNull();
    noteExit(dataDir, new Error('one'), MINUTE);
    noteExit(dataDir, new Error('two'), MINUTE + 1);
    expect(crashLoop(dataDir, MINUTE + 2)).toBeNull();
    noteExit(dataDir, new Error('three'), 2 * MINUTE);
    expect(crashLoop(dataDir, 2 * MINUTE)).toBeNull();
    noteExit(dataDir, new Error('four'), 2 * MINUTE);
    expect(crashLoop(dataDir, 2 * MINUTE)?.reason).toContain('four');
    expect(crashLoop(dataDir, 4 * MINUTE)).toBeNull();
  });

  it('a damaged list is none, and a folder that takes no note hides no fault', () => {
    const dataDir = dataFolder();
    writeFileSync(join(dataDir, 'exits.json'), '[{');
    expect(readExits(dataDir)).toEqual([]);
    noteExit(dataDir, new Error('after'), 1);
    expect(readExits(dataDir)).toHaveLength(1);
    mkdirSync(join(dataDir, 'file'));
    noteExit(join(dataDir, 'nowhere'), new Error('lost'), 1);
  });
});
