import { describe, expect, it } from 'vitest';
import { chitContent } from '../../../shared/chits/chitContent.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { printerOf, printersFor } from '../../../shared/config/printersFor.ts';
import { Chit } from '../../../shared/domain/model/chit.ts';
import { paperLines } from '../../../shared/domain/selectors/paperLines.ts';
import { cook, expo, fry, grill, House } from '../../support/house.ts';

const SECOND = 1_000;
const HUBS = { id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' } };
const OWN = {
  id: 'own',
  name: 'Grill own',
  station: 'grill',
  link: { kind: 'device', path: '/dev/usb/lp0' },
};

function kitchen(printers: object[] = [HUBS, OWN]): House {
  return new House(
    HouseConfig.parse({
      stations: [
        { id: 'grill', name: 'Grill' },
        { id: 'fry', name: 'Fry' },
      ],
      routes: [{ stations: ['grill'] }],
      pass: 'expo',
      printers,
      paper: { printer: 'line' },
    }),
  );
}

const chits = ({ state }: House) => Object.values(state.chits);
const isDown = { speed: 1, downSince: () => 1 };

/** As the grill's device made it. */
function ownChit(house: House, state: 'printed' | 'unknown' | 'queued', number = 9_001): Chit {
  const { id: ticket, versions } = house.ticket();
  const { now } = house;
  return Chit.parse({
    id: `own-${number}`,
    number,
    station: 'grill',
    printer: 'own',
    kind: 'ticket',
    reason: { kind: 'not_listed', since: now, by: null },
    parts: [{ ticket, version: versions[grill] }],
    state,
    queuedAt: now,
    sentAt: now,
    settledAt: now,
    trouble: null,
    reprintOf: null,
    isByStation: true,
  });
}

function reported(state: 'printed' | 'unknown' | 'queued') {
  const house = kitchen();
  house.put({ items: [{ id: 'a', course: 1 }] });
  const report = { type: 'chit.report', station: grill, chits: [ownChit(house, state)] } as const;
  const said = house.say(report, cook(grill));
  house.later(20 * SECOND);
  return { house, report, said };
}

const contentOf = (house: House, chit: Chit) =>
  chitContent(house.state, chit, { config: house.config, language: 'en', nameOf: () => null });

describe('what a cut-off station has printed', () => {
  it('[C11] is on paper, is told once, and the hub does not print it again', () => {
    const { house, report, said } = reported('printed');
    expect(said).toBe('applied');
    const { seq } = house;
    expect(house.say(report, cook(grill))).toBe('noop');
    expect(house.say({ ...report, chits: [...report.chits, ...report.chits] }, cook(grill))).toBe('noop');
    house.tick(isDown);
    expect(house.seq).toBe(seq);
    expect(chits(house)).toMatchObject([{ number: 9_001, state: 'printed', isByStation: true }]);
    expect(house.ticket().paper[grill]).toMatchObject({ number: 9_001, isByStation: true });
  });

  it('[C11] and what it may have printed waits for a person, who has it again as REPRINT, or says that it is there', () => {
    for (const answer of ['again', 'printed'] as const) {
      const { house, report } = reported('unknown');
      house.tick(isDown);
      expect(chits(house)).toHaveLength(1);
      expect(paperLines(house.state, house.config, house.now, 1)).toMatchObject([
        { kind: 'unknown', number: 9_001 },
      ]);
      expect(house.say({ type: 'chit.answer', chit: report.chits[0].id, answer }, expo)).toBe('applied');
      if (answer === 'printed') {
        expect(house.ticket().paper[grill]).toMatchObject({ number: 9_001, isByStation: true });
        continue;
      }
      const again = chits(house).find(({ reprintOf }) => reprintOf === report.chits[0].id);
      // The hub counts its own.
      expect(again).toMatchObject({ number: 1, printer: 'line', isByStation: false });
      if (again === undefined) continue;
      expect(contentOf(house, again)).toMatchObject({
        reprint: { of: 9_001 },
        alsoAt: { printer: 'Grill own', isStationOffline: false },
      });
    }
  });

  it('[C11] what only waited there is the hub’s to print', () => {
    const { house, said } = reported('queued');
    expect(said).toBe('noop');
    house.tick(isDown);
    expect(chits(house)).toMatchObject([{ number: 1, state: 'queued', printer: 'line' }]);
  });

  it('[C8] a void of it comes out at the hub, as a change of that very chit', () => {
    const { house } = reported('printed');
    house.put({ items: [{ id: 'a', course: 1, state: 'void' }] });
    house.tick(isDown);
    const change = chits(house).find(({ isByStation }) => !isByStation);
    expect(change).toMatchObject({ kind: 'change', number: 1 });
    if (change === undefined) return;
    expect(contentOf(house, change).tickets[0]?.since).toMatchObject({ number: 9_001 });
  });
});

describe('two printers that know nothing of each other', () => {
  it('[C16] the hub’s chit of a station that is down names the station’s own printer, and the station’s the hub’s', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1 }] });
    house.tick(isDown);
    const [chit] = chits(house);
    if (chit === undefined) throw new Error('no chit');
    expect(contentOf(house, chit).alsoAt).toEqual({ printer: 'Grill own', isStationOffline: false });
    const own = ownChit(house, 'printed');
    expect(contentOf(house, own).alsoAt).toEqual({ printer: 'Line', isStationOffline: true });
    house.config = kitchen([OWN]).config;
    expect(contentOf(house, own).alsoAt).toEqual({ printer: null, isStationOffline: true });
    house.config = kitchen([HUBS]).config;
    expect(contentOf(house, chit).alsoAt).toBeNull();
  });

  it('[C16] what the hub prints because a screen that is here shows it too late, or at a person’s word, is nowhere else', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1 }] });
    house.later(9 * SECOND).tick();
    const [chit] = chits(house);
    if (chit === undefined) throw new Error('no chit');
    expect(contentOf(house, chit).alsoAt).toBeNull();
  });

  it('[C17] a hub that is just back lets that station speak first, and prints for the others', () => {
    const house = kitchen();
    house.put({ items: [{ id: 'a', course: 1, stations: ['grill', 'fry'] }] });
    house.later(60 * SECOND).tick({ ...isDown, isJustBack: () => true });
    expect(chits(house).map(({ station }) => station)).toEqual([fry]);
    house.tick(isDown);
    expect(chits(house).map(({ station }) => station)).toEqual([fry, grill]);
  });

  it('the hub never sends to a printer that hangs at a station', () => {
    const { config } = kitchen([{ ...HUBS, failover: 'own' }, OWN]);
    expect(printersFor(config, grill).map(({ id }) => id)).toEqual(['line']);
    expect(printerOf({ ...config, paper: { ...config.paper, printer: 'own' } }, grill)).toBeNull();
  });
});
