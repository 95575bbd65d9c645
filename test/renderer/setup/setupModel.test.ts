import { beforeEach, describe, expect, it } from 'vitest';
import { mergeConfig } from '../../../renderer/screens/setup/mergeConfig.ts';
import { addPrinter } from '../../../renderer/screens/setup/printerEdits.ts';
import { SetupModel } from '../../../renderer/screens/setup/SetupModel.ts';
import type { SetupApi } from '../../../renderer/screens/setup/setupApi.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { SetupSaved } from '../../../shared/protocol/setup.ts';

const house = HouseConfig.parse({
  stations: [{ id: 'grill', name: 'Grill' }],
  routes: [{ stations: ['grill'] }],
});
const named = (config: HouseConfig, name: string): HouseConfig => ({
  ...config,
  venue: { ...config.venue, name },
});

/** A hub of one document, with its rule about two savers. */
class SmallHub {
  version = 1;
  config = house;
  isAway = false;
  readonly api: SetupApi;

  constructor() {
    const unused = () => {
      throw new Error('not asked for here');
    };
    this.api = {
      state: async () =>
        this.isAway
          ? { ok: false, why: 'unreachable' }
          : {
              ok: true,
              value: {
                version: this.version,
                config: this.config,
                isSetUp: true,
                addresses: [],
                isOnLan: false,
                isHostGiven: false,
                warnings: [],
              },
            },
      put: async (base, config) => this.take(base, config),
      undo: async (base, to) => this.take(base, named(this.config, `as in ${to}`)),
      import: async (base, config) => this.take(base, HouseConfig.parse(config)),
      history: unused,
      trial: unused,
      screens: unused,
      standbys: unused,
      testPrint: unused,
      code: unused,
      revoke: unused,
      finish: unused,
    };
  }

  /** Somebody else. */
  save(config: HouseConfig): void {
    this.config = config;
    this.version += 1;
  }

  private take(base: number, config: HouseConfig): { ok: true; value: SetupSaved } {
    if (base !== this.version) return { ok: true, value: { state: 'changed', version: this.version } };
    this.save(config);
    return { ok: true, value: { state: 'saved', version: this.version } };
  }
}

let hub: SmallHub;
let model: SetupModel;
beforeEach(async () => {
  hub = new SmallHub();
  model = new SetupModel(hub.api);
  await model.refresh();
});
const keys = () => model.get().changes.map(({ key }) => key);

describe('what is being changed in set-up', () => {
  it('says what differs, saves it, and can take it back', async () => {
    model.edit((draft) => named(draft, 'Casa'));
    expect(keys()).toEqual(['name']);
    expect(await model.save()).toBe(true);
    expect(hub.config.venue.name).toBe('Casa');
    expect(model.get()).toMatchObject({ changes: [], saved: { version: 2, before: 1 } });
    expect(await model.undo(1)).toBe(true);
    expect(model.get().draft?.venue.name).toBe('as in 1');
  });

  it('discard brings back what is in force', () => {
    model.edit((draft) => named(draft, 'Casa'));
    model.discard();
    expect(model.get()).toMatchObject({ changes: [], draft: house });
  });

  it('what does not hold is not sent', async () => {
    model.edit((draft) => ({ ...draft, routes: [{ stations: ['ghost'] }] }));
    expect(model.get().problems).toMatchObject([{ code: 'unknown_station' }]);
    expect(await model.save()).toBe(false);
    model.edit((draft) => ({
      ...draft,
      routes: [],
      stations: [{ ...draft.stations[0], name: '' }] as never,
    }));
    expect(model.get().problems).toMatchObject([{ code: 'no_name', path: 'stations.0.name' }]);
    expect(hub.version).toBe(1);
  });

  it('a printer that nobody has said the address of is said as that, by its name', () => {
    model.edit((draft) => addPrinter(draft, 'Línea'));
    expect(model.get().problems).toMatchObject([{ code: 'no_link', values: { name: 'Línea' } }]);
  });

  it("somebody else's saving is taken over while nothing is being changed", async () => {
    hub.save(named(house, 'Theirs'));
    await model.refresh();
    expect(model.get()).toMatchObject({ changes: [], clash: null, draft: { venue: { name: 'Theirs' } } });
  });

  it('and told while something is: then theirs, or mine on top of theirs', async () => {
    const theirs = { ...named(house, 'Theirs'), pass: 'expo' as const };
    model.edit((draft) => named(draft, 'Mine'));
    hub.save(theirs);
    expect(await model.save()).toBe(false);
    expect(model.get().clash?.changes.map(({ key }) => key)).toEqual(['name', 'passOn']);
    expect(await model.save()).toBe(false);
    model.keepMine();
    expect(model.get()).toMatchObject({ clash: null, draft: { venue: { name: 'Mine' }, pass: 'expo' } });
    expect(await model.save()).toBe(true);
    expect(hub.config).toMatchObject({ venue: { name: 'Mine' }, pass: 'expo' });

    model.edit((draft) => named(draft, 'Mine again'));
    hub.save(theirs);
    await model.refresh();
    model.takeTheirs();
    expect(model.get()).toMatchObject({ clash: null, changes: [], draft: theirs });
  });

  it("a POS's menu does not disturb what is being changed", async () => {
    model.edit((draft) => named(draft, 'Mine'));
    const till = { revision: 1, digest: 'd', items: [], modifiers: [] };
    hub.save({ ...house, posMenus: { till } });
    await model.refresh();
    expect(model.get().clash).toBeNull();
    expect(keys()).toEqual(['name']);
    expect(await model.save()).toBe(true);
  });

  it('going back and importing wait until nothing is being changed', async () => {
    model.edit((draft) => named(draft, 'Mine'));
    expect(await model.undo(1)).toBe(false);
    expect(await model.import(house)).toBe(false);
    expect(hub.version).toBe(1);
    expect(keys()).toEqual(['name']);
  });

  it('a hub that is away is said, and nothing typed is lost', async () => {
    model.edit((draft) => named(draft, 'Mine'));
    hub.isAway = true;
    await model.refresh();
    expect(model.get().trouble).toBe('unreachable');
    expect(keys()).toEqual(['name']);
    hub.isAway = false;
    await model.refresh();
    expect(model.get().trouble).toBeNull();
    expect(keys()).toEqual(['name']);
  });
});

it('merging keeps every field of theirs that I left alone', () => {
  const mine = HouseConfig.parse({ ...house, thresholds: { mains: { soon: 1, late: 2 } } });
  const theirs = HouseConfig.parse({
    ...house,
    hosts: ['a.lan'],
    thresholds: { quick: { soon: 3, late: 4 } },
  });
  expect(mergeConfig(house, mine, theirs)).toEqual(
    HouseConfig.parse({
      ...house,
      hosts: ['a.lan'],
      thresholds: { mains: { soon: 1, late: 2 }, quick: { soon: 3, late: 4 } },
    }),
  );
});
