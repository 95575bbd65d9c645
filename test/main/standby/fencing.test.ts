import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fencing } from '../../../main/hub/Fencing.ts';
import { followTicket, tokenOfTicket } from '../../../main/hub/followTicket.ts';
import { readHighestEpoch } from '../../../main/store/highestEpoch.ts';

const log = pino({ level: 'silent' });
const own = { n: 3, id: 'mm' };
const newer = { epoch: { n: 4, id: 'aa' }, addresses: ['http://10.0.0.2:4680'], common: 41 };
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'heard-fence-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const fencing = () => new Fencing({ dataDir, own, log });

describe('a hub that meets another of its site', () => {
  it.each([
    ['of a lower number', { n: 2, id: 'zz' }, false],
    ['itself', own, false],
    ['of the same number and a lesser id', { n: 3, id: 'aa' }, false],
    ['of the same number and a greater id', { n: 3, id: 'zz' }, true],
    ['of a higher number', { n: 4, id: 'aa' }, true],
  ])('%s', (_name, epoch, isStopped) => {
    const fence = fencing();
    fence.meet({ epoch, addresses: [], common: null });
    expect(fence.reason() !== null).toBe(isStopped);
  });

  it('stops at once, tells it once, and is still stopped after a restart', () => {
    const fence = fencing();
    let told = 0;
    fence.onChange(() => {
      told += 1;
    });
    fence.meet(newer);
    fence.meet(newer);
    expect(told).toBe(1);
    expect(fencing().by()).toMatchObject(newer);
    // So that no restore here ever gives that number a second time.
    expect(readHighestEpoch(dataDir)).toBe(4);
  });

  it('keeps what it knows of the newer hub when a screen only knows its number', () => {
    const fence = fencing();
    fence.meet({ epoch: newer.epoch, addresses: [], common: null });
    fence.meet(newer);
    fence.meet({ epoch: newer.epoch, addresses: [], common: null });
    expect(fence.by()).toMatchObject(newer);
  });

  it('stops also where it cannot be written down', () => {
    const fence = fencing();
    rmSync(dataDir, { recursive: true });
    writeFileSync(dataDir, '');
    fence.meet(newer);
    expect(fence.reason()).toContain('replaced');
  });
});

describe('the ticket by which a page follows', () => {
  const digest = (text: string) => `digest of ${text}`;

  it('stands for its token where the same key is held, and for nothing elsewhere', () => {
    const ticket = followTicket('abc', digest);
    expect(tokenOfTicket(ticket, digest)).toBe('abc');
    expect(tokenOfTicket(ticket, (text) => `another ${text}`)).toBeNull();
    expect(tokenOfTicket(ticket.replace('abc', 'abd'), digest)).toBeNull();
    expect(tokenOfTicket('', digest)).toBeNull();
  });
});
