import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domainCore } from '../../../main/hub/core.ts';
import type { HubPort } from '../../../main/hub/port.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { PosMenu } from '../../../shared/config/posMenu.ts';
import { putContent } from '../../support/house.ts';
import { dataFolder, openTestHub } from './hubHarness.ts';

const open = (dataDir = dataFolder()) => openTestHub({ dataDir, core: domainCore });
const grillAndFry = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
};
const named = (name: string) => HouseConfig.parse({ ...grillAndFry, venue: { name } });
const menu: PosMenu = { revision: 1, digest: 'd', items: [], modifiers: [] };

const save = (hub: HubPort, config: HouseConfig, base = hub.config().version) =>
  hub.settings.put({ base, config, by: 'Mara', note: { kind: 'setup' } });

/** As a POS does it, without a person. */
async function putMenu(hub: HubPort, source: string): Promise<void> {
  const { config } = hub.config();
  const version = hub.config().version + 1;
  const result = await hub.submit({
    commandId: `menu-${source}-${version}`,
    actor: { kind: 'pos', token: source },
    claimedAt: hub.now(),
    command: {
      type: 'config.put',
      version,
      config: { ...config, posMenus: { ...config.posMenus, [source]: menu } },
      note: { kind: 'menu', source },
    },
  });
  expect(result).toMatchObject({ ok: true });
}

describe('the life of the configuration', () => {
  it('each change is a version that says who, what for and what changed', async () => {
    const { hub } = open();
    expect(await save(hub, named('Casa'))).toEqual({ ok: true, version: 2 });
    expect(await save(hub, named('Otra'))).toEqual({ ok: true, version: 3 });
    const [newest, , first] = hub.settings.history(null, 10);
    expect(newest).toMatchObject({ version: 3, by: 'Mara', note: { kind: 'setup' } });
    expect(newest?.changes).toEqual([{ key: 'name', values: { from: 'Casa', to: 'Otra' } }]);
    expect(first).toMatchObject({ version: 1, by: 'house', note: { kind: 'default' }, changes: null });
    expect(hub.settings.history(3, 1).map(({ version }) => version)).toEqual([2]);
  });

  it('the history is there after a restart', async () => {
    const dataDir = dataFolder();
    const { hub, stop } = open(dataDir);
    await save(hub, named('Casa'));
    stop();
    const again = open(dataDir).hub;
    expect(again.config()).toMatchObject({ version: 2, config: { venue: { name: 'Casa' } } });
    expect(again.settings.history(null, 10)[0]).toMatchObject({ version: 2, by: 'Mara' });
  });

  it('of two who began with the same version the second is told, and nothing of the first is lost', async () => {
    const { hub } = open();
    const both = await Promise.all([save(hub, named('First'), 1), save(hub, named('Second'), 1)]);
    expect(both).toEqual([
      { ok: true, version: 2 },
      { ok: false, code: 'conflict', version: 2 },
    ]);
    expect(hub.config().config.venue.name).toBe('First');
    expect(await save(hub, named('Third'), 9)).toMatchObject({ code: 'conflict' });
  });

  it('a POS that puts its menu meanwhile is no conflict, and its menu stays, also through an undo', async () => {
    const { hub } = open();
    await save(hub, named('Casa'));
    await putMenu(hub, 'till');
    expect(await save(hub, named('Otra'), 2)).toEqual({ ok: true, version: 4 });
    expect(hub.config().config.posMenus).toEqual({ till: menu });
    const before = hub.settings.get(2)?.config ?? named('?');
    expect(before.posMenus).toEqual({});
    const undone = await hub.settings.put({
      base: 4,
      config: before,
      by: 'Mara',
      note: { kind: 'undo', to: 2 },
    });
    expect(undone).toEqual({ ok: true, version: 5 });
    expect(hub.config().config).toMatchObject({ venue: { name: 'Casa' }, posMenus: { till: menu } });
    expect(hub.settings.history(null, 1)[0]).toMatchObject({ note: { kind: 'undo', to: 2 } });
  });

  it("a config.json that is new at a start leaves the POS's menu as it is", async () => {
    const dataDir = dataFolder();
    const { hub, stop } = open(dataDir);
    await putMenu(hub, 'till');
    stop();
    writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ venue: { name: 'From a file' } }));
    const again = open(dataDir).hub;
    expect(again.config().config).toMatchObject({ venue: { name: 'From a file' }, posMenus: { till: menu } });
    expect(again.settings.history(null, 1)[0]).toMatchObject({ by: 'house', note: { kind: 'file' } });
  });

  it('what names nothing is refused with its place, and no version is made', async () => {
    const { hub } = open();
    const bad = HouseConfig.parse({ ...grillAndFry, routes: [{ stations: ['grill', 'ghost'] }] });
    expect(await save(hub, bad)).toMatchObject({
      ok: false,
      code: 'invalid',
      problems: [{ path: 'routes.0.stations.1', code: 'unknown_station', values: { id: 'ghost' } }],
    });
    expect(hub.config().version).toBe(1);
  });

  it('a station with food stays; closed, its food goes to the stand-in, and then it may go too', async () => {
    const { hub } = open();
    await save(hub, named('Casa'));
    const content = putContent({ openedAt: hub.now(), items: [{ id: 'i1', stations: ['grill'] }] });
    const put = {
      commandId: 'put-one',
      actor: { kind: 'pos', token: 'till' },
      claimedAt: hub.now(),
    } as const;
    expect(await hub.submit({ ...put, command: { type: 'ticket.put', content } })).toMatchObject({
      ok: true,
    });

    const fryAlone = HouseConfig.parse({
      stations: [{ id: 'fry', name: 'Fry' }],
      routes: [{ stations: ['fry'] }],
    });
    expect(await save(hub, fryAlone)).toMatchObject({
      code: 'invalid',
      problems: [{ code: 'station_has_food', values: { name: 'Grill' } }],
    });
    const [grill, fry] = grillAndFry.stations;
    const closed = { ...grillAndFry, stations: [{ ...grill, state: 'closed', standIn: 'fry' }, fry] };
    expect(await save(hub, HouseConfig.parse(closed))).toMatchObject({ ok: true });
    expect(await save(hub, fryAlone)).toMatchObject({ ok: true });
  });

  it('a hub is set up when somebody has finished, once and for good', () => {
    const dataDir = dataFolder();
    const { hub, stop } = open(dataDir);
    expect(hub.settings.setUpAt()).toBeNull();
    hub.settings.finish();
    const at = hub.settings.setUpAt();
    expect(at).toBeGreaterThan(0);
    hub.settings.finish();
    expect(hub.settings.setUpAt()).toBe(at);
    stop();
    expect(open(dataDir).hub.settings.setUpAt()).toBe(at);
  });
});
