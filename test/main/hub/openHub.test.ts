import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPut, dataFolder, openTestHub } from './hubHarness.ts';

describe('opening a hub', () => {
  it('an empty folder is a hub at once: a day is opened and the default configuration is version 1', () => {
    const { hub } = openTestHub();
    expect(hub.eventsAfter(0, 10).map(({ type }) => type)).toEqual(['day.opened', 'config.changed']);
    expect(hub.state().day).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(hub.config()).toMatchObject({ version: 1, config: { venue: { name: 'Heard' } } });
    expect(hub.health()).toEqual({ ok: true, reasons: [] });
  });

  it('what was acknowledged is there after a restart, with the same site and epoch', async () => {
    const dataDir = dataFolder();
    const first = openTestHub({ dataDir });
    const result = await first.hub.submit(checkPut('c1'));
    expect(result).toMatchObject({ ok: true, outcome: 'applied', seq: 3 });
    first.stop();
    const second = openTestHub({ dataDir });
    expect(second.hub.state().checks.get('c1')?.state).toBe('paid');
    expect(second.hub.siteId).toBe(first.hub.siteId);
    expect(second.hub.epoch).toEqual(first.hub.epoch);
  });

  it('config.json becomes the next version once, and again only when it was changed', () => {
    const dataDir = dataFolder();
    const path = join(dataDir, 'config.json');
    openTestHub({ dataDir }).stop();
    writeFileSync(path, JSON.stringify({ venue: { name: 'Casa' } }));
    const second = openTestHub({ dataDir });
    expect(second.hub.config()).toMatchObject({ version: 2, config: { venue: { name: 'Casa' } } });
    second.stop();
    const third = openTestHub({ dataDir });
    expect(third.hub.config().version).toBe(2);
    third.stop();
    writeFileSync(path, JSON.stringify({ venue: { name: 'Otra' } }));
    expect(openTestHub({ dataDir }).hub.config()).toMatchObject({
      version: 3,
      config: { venue: { name: 'Otra' } },
    });
  });

  it('an invalid config.json is named with its field, and the last good configuration stays', async () => {
    const dataDir = dataFolder();
    openTestHub({ dataDir }).stop();
    writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ venue: { dayRollHour: 99 } }));
    const second = openTestHub({ dataDir });
    await second.hub.submit(checkPut('after'));
    expect(second.hub.config().version).toBe(1);
    expect(second.hub.state().alerts.config_invalid?.message).toContain('venue.dayRollHour');
    second.stop();
    writeFileSync(join(dataDir, 'config.json'), '{}');
    const third = openTestHub({ dataDir });
    await third.hub.submit(checkPut('later'));
    expect(third.hub.state().alerts).toEqual({});
  });
});
