import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../shared/lib/ids.ts';
import { SyncBench } from '../support/syncBench.ts';

describe('people', () => {
  const withName = (bench: SyncBench): PersonId => {
    bench.hub.put({ id: 'T1', channel: 'takeout', customerName: 'Ada Lovelace', items: [{ id: 'a' }] });
    const customer = bench.hub.ticket('T1').head.customer;
    if (!customer) throw new Error('no customer');
    return customer.personId;
  };

  it('come beside the events, in the same message, cut to the role', async () => {
    const bench = new SyncBench();
    const kitchen = await bench.live();
    const host = await bench.live({ roles: ['host'], station: null });
    const id = withName(bench);
    expect(kitchen.pair.waiting('down')).toHaveLength(1);
    await bench.settle();
    expect(kitchen.client.personal(id)).toEqual({ name: 'Ada Lovelace' });
    expect(host.client.personal(id)).toMatchObject({ name: 'Ada Lovelace', phone: null });
  });

  it('who was erased while a screen was away is gone from it', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    const id = withName(bench);
    await bench.settle();
    pair.cut();
    bench.hub.forget(id);
    pair.connect();
    await bench.settle();
    expect(client.personal(id)).toBeNull();
  });

  it('who is erased is gone from screens at once', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    const id = withName(bench);
    await bench.settle();
    bench.hub.forget(id);
    await bench.settle();
    expect(client.personal(id)).toBeNull();
  });

  it('[S68] a note of the shift is told to hosts alone, to those who come later too; no card number gets so far', async () => {
    const bench = new SyncBench();
    const kitchen = await bench.live();
    const { client } = await bench.live({ roles: ['host'], station: null });
    const pressed = client.press({ type: 'shiftNote.write', words: 'paid by 4111 1111 1111 1111' }).result;
    await bench.settle();
    expect(await pressed).toMatchObject({ state: 'decided', outcome: 'applied' });
    const note = client.view().door.shiftNotes[0]?.note ?? ('' as PersonId);
    const later = await bench.live({ roles: ['host'], station: null });
    for (const one of [client, later.client]) {
      const words = one.personal(note)?.guestNotes;
      expect(words).toContain('paid by');
      expect(words).not.toContain('1111');
    }
    expect(JSON.stringify(kitchen.client.personal(note))).not.toContain('paid by');
  });
});
