import { describe, expect, it } from 'vitest';
import { isBeat, isDown } from '../../../shared/sync/client/envelopeCheck.ts';

const event = (seq: number) => ({ seq, type: 'alert' });
const down = { epoch: '1-a', from: 4, to: 5, events: [event(4), event(5)] };

describe('what is checked of every message', () => {
  it('a down has the events it says, in order', () => {
    expect(isDown(down)).toBe(true);
    expect(isDown({ epoch: '1-a', from: 6, to: 5, events: [] })).toBe(true);
  });

  it.each([
    null,
    7,
    {},
    { ...down, epoch: 1 },
    { ...down, to: 6 },
    { ...down, events: [event(4), null] },
    { ...down, events: [event(4), { seq: 5 }] },
    { ...down, config: { version: 1, config: { stations: [] } } },
    { ...down, pending: [{ envelope: { id: 'x' }, settled: null }] },
    { ...down, personal: { p: { name: 7 } } },
  ])('%j is none', (value) => {
    expect(isDown(value)).toBe(false);
  });

  it('a beat has epoch, number and time', () => {
    expect(isBeat({ epoch: '1-a', seq: 4, now: 1 })).toBe(true);
    for (const value of [null, {}, { epoch: '1-a', seq: '4', now: 1 }]) expect(isBeat(value)).toBe(false);
  });
});
