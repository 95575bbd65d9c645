import { describe, expect, test } from 'vitest';
import { offerWords } from '../../../renderer/screens/host/seat/doingWords.ts';
import { type Noted, noteOf, withNoted } from '../../../renderer/screens/host/seat/noted.ts';
import { undoOffer } from '../../../renderer/screens/host/seat/takeBack.ts';
import { chitSpeech } from '../../../renderer/ui/chit/chitSpeech.ts';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { standingOf } from '../../../shared/domain/model/door.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';
import { MINUTE } from '../../support/house.ts';

/** One host's page: what it pressed, and UNDO. */
class Desk {
  readonly house = new DoorHouse();
  noted: readonly Noted[] = [];

  press(command: ScreenCommand, name: string | null = null) {
    this.noted = withNoted(this.noted, noteOf(command, this.house.state, this.house.now, name));
    return this.house.say(command, host);
  }

  get offer() {
    return undoOffer(this.noted, this.house.state, this.house.seq);
  }

  undo() {
    const { offer } = this;
    const gone = offer === null ? [] : [offer.noted, ...offer.parts.map(({ noted }) => noted)];
    this.noted = this.noted.filter((one) => !gone.includes(one));
    return offer?.commands.map((command) => this.house.say(command, host));
  }

  about(id = 'r1') {
    return { party: this.house.party(id).id, seen: this.house.seq };
  }

  seat(table: string, id = 'r1') {
    const seating = { covers: null, server: null, seats: [], reason: null };
    return this.press({ type: 'party.seat', tables: [table], ...seating, ...this.about(id) });
  }
}

const table = '12';
const mark = (state: 'dirty' | 'clean' | 'blocked' | 'open'): ScreenCommand => ({
  type: 'table.mark',
  table,
  state,
  reason: state === 'blocked' ? 'wobbly' : null,
  until: null,
});

describe('UNDO', () => {
  test('takes back this screen’s presses one after another, whatever others did meanwhile', () => {
    const desk = new Desk();
    desk.house.book({});
    desk.house.book({ id: 'r2' });
    expect(desk.offer).toBe(null);
    desk.press({ type: 'party.arrive', arrived: null, ...desk.about() });
    desk.house.later(MINUTE);
    desk.seat('12');
    desk.house.seat('r2', ['13'], secondHost);
    expect(desk.offer?.doing).toMatchObject({ step: { kind: 'seat' }, refusal: null });
    expect(desk.undo()).toEqual(['applied']);
    expect(desk.house.party().live).toMatchObject({ state: 'arrived', tables: [] });
    expect(desk.undo()).toEqual(['applied']);
    expect(desk.house.party().live.state).toBe('booked');
    expect(desk.house.party('r2').live.tables).toEqual(['13']);
    expect(desk.offer).toBe(null);
  });

  test('waits until the hub has decided, and offers nothing of what it refused', () => {
    const desk = new Desk();
    desk.house.book({});
    desk.house.book({ id: 'r2' });
    desk.house.seat('r2', ['12'], secondHost);
    expect(desk.seat('12')).toBe('table_taken');
    expect(desk.offer).toBe(null);
    const before = desk.house.seq;
    desk.seat('13');
    expect(undoOffer(desk.noted, desk.house.state, before)).toBe(null);
    expect(desk.offer?.doing?.step.kind).toBe('seat');
  });

  test('says why where something was built on it', () => {
    const desk = new Desk();
    desk.house.book({});
    desk.seat('12');
    desk.house.press('party.finish', 'r1', secondHost);
    expect(desk.offer?.refusal).toBe('superseded');
  });

  test.each([
    ['dirty', [] as ScreenCommand[], mark('dirty')],
    ['clean', [mark('dirty')], mark('clean')],
    ['blocked', [], mark('blocked')],
    ['open', [mark('dirty'), mark('blocked')], mark('open')],
    ['combine', [], { type: 'table.combine', tables: ['12', '13'] } as const],
    [
      'split',
      [{ type: 'table.combine', tables: ['12', '13'] } as const],
      { type: 'table.split', table } as const,
    ],
    ['away', [], { type: 'table.hold', table, reason: null, until: null } as const],
    ['cut', [], { type: 'server.cut', server: 'Ana', isCut: true } as const],
    [
      'sections',
      [{ type: 'server.assign', server: 'Ana', sections: ['A'] } as const],
      { type: 'server.assign', server: 'Ana', sections: ['A', 'B'] } as const,
    ],
  ])('of a table or a server brings back what was: %s', (_name, before, press) => {
    const desk = new Desk();
    for (const command of before) desk.house.say(command as ScreenCommand, host);
    const was = { ...plain(desk.house) };
    expect(desk.press(press as ScreenCommand)).toBe('applied');
    expect(plain(desk.house)).not.toEqual(was);
    desk.undo();
    expect(plain(desk.house)).toEqual(was);
    expect(desk.offer).toBe(null);
  });

  test('of DIRTY brings the guests back who were said to have gone by it', () => {
    const desk = new Desk();
    desk.house.book({});
    desk.house.seat('r1', ['12']);
    desk.press(mark('dirty'));
    expect(desk.house.party().live.state).toBe('finished');
    expect(desk.offer?.doing?.step.kind).toBe('finish');
    desk.undo();
    expect(desk.house.party().live).toMatchObject({ state: 'seated', tables: ['12'] });
  });

  test('of tables pushed together puts who sat at one of them back there, and parts them', () => {
    const desk = new Desk();
    desk.house.book({});
    desk.house.seat('r1', ['12']);
    const was = plain(desk.house);
    desk.press({ type: 'table.combine', tables: ['12', '13'] });
    expect(desk.house.party().live.tables).toEqual(['12', '13']);
    expect(desk.undo()).toEqual(['applied', 'applied']);
    expect(desk.house.party().live.tables).toEqual(['12']);
    expect(plain(desk.house)).toEqual(was);
  });

  test('of RELIEVE gives every table and section back', () => {
    const desk = new Desk();
    desk.house.say({ type: 'server.assign', server: 'Mara', sections: ['A'] }, host);
    for (const [id, at] of [
      ['r1', '10'],
      ['r2', '11'],
    ] as const) {
      desk.house.book({ id, covers: 2 });
      desk.house.seat(id, [at]);
    }
    desk.press({ type: 'server.relieve', server: 'Mara', by: 'Ivo' });
    expect(desk.house.party('r2').live.server).toBe('Ivo');
    expect(desk.undo()).toEqual(['applied', 'applied', 'applied']);
    expect(desk.offer).toBe(null);
    expect([desk.house.party().live.server, desk.house.party('r2').live.server]).toEqual(['Mara', 'Mara']);
    const { Mara, Ivo } = desk.house.state.door.servers;
    expect([Mara?.sections, Ivo?.sections]).toEqual([['A'], []]);
  });
});

/** Tables and servers without their instants. */
function plain({ state }: DoorHouse) {
  const tables = Object.values(state.door.tables).map(({ table, blocked, dirtySince, joined }) => ({
    table,
    isBlocked: blocked?.reason ?? null,
    isDirty: dirtySince !== null,
    joined,
  }));
  const servers = Object.values(state.door.servers).map(({ server, sections, isCut }) => ({
    server,
    sections,
    isCut,
  }));
  return {
    tables,
    servers: servers.filter(({ sections, isCut }) => isCut || sections.length > 0),
    away: Object.keys(state.holds),
  };
}

describe('[S81] one press on several', () => {
  const speech = { ...chitSpeech('en', 'UTC'), has: () => true, number: String, stationName: String };

  /** ALL NO-SHOWS of three bookings. */
  function marked(): Desk {
    const desk = new Desk();
    for (const id of ['r1', 'r2', 'r3']) desk.house.book({ id, name: id });
    for (const id of ['r1', 'r2', 'r3'])
      desk.press({ type: 'party.noShow', press: 'night', ...desk.about(id) }, 'night');
    return desk;
  }
  const states = ({ house }: Desk) => ['r1', 'r2', 'r3'].map((id) => house.party(id).live.state);
  const words = ({ offer, house }: Desk) => {
    const nameOf = (party: unknown) => [...house.state.parties.values()].find((one) => one === party);
    return offer && offerWords(offer, speech, (party) => nameOf(party)?.externalId ?? '?');
  };

  test('is taken back by one UNDO, and before it what was pressed after', () => {
    const desk = marked();
    expect(states(desk)).toEqual(['no_show', 'no_show', 'no_show']);
    expect(words(desk)).toBe('3 marked as no-show, 19:00');
    desk.press(mark('dirty'));
    expect(desk.undo()).toEqual(['applied']);
    expect(desk.undo()).toEqual(['applied', 'applied', 'applied']);
    expect(states(desk)).toEqual(['booked', 'booked', 'booked']);
    expect(desk.offer).toBe(null);
  });

  test('leaves and names whoever has come or was taken back meanwhile', () => {
    const desk = marked();
    desk.house.seat('r2', ['12'], secondHost);
    expect(words(desk)).toBe('2 marked as no-show, 19:00, not r2');
    expect(desk.undo()).toEqual(['applied', 'applied']);
    expect(states(desk)).toEqual(['booked', 'seated', 'booked']);
    expect(desk.offer).toBe(null);
  });

  test('says why where nothing of it can be taken back', () => {
    const desk = marked();
    for (const [at, id] of ['r1', 'r2', 'r3'].entries()) desk.house.seat(id, [`1${at + 2}`], secondHost);
    expect(desk.offer).toMatchObject({ refusal: 'superseded', commands: [] });
  });

  test('of tables makes all of them as dirty as they were', () => {
    const desk = new Desk();
    for (const one of ['10', '11', '12'])
      desk.house.say({ ...mark('dirty'), table: one } as ScreenCommand, host);
    const was = plain(desk.house);
    for (const one of ['10', '11', '12'])
      desk.press({ ...mark('clean'), table: one } as ScreenCommand, 'night');
    expect(words(desk)).toBe('3 tables clean, 19:00');
    expect(desk.undo()).toEqual(['applied', 'applied', 'applied']);
    expect(Object.keys(was)).toEqual(Object.keys(plain(desk.house)));
    for (const one of ['10', '11', '12'])
      expect(standingOf(desk.house.state.door, one).dirtySince).not.toBe(null);
  });

  test('[S84] of tables leaves and names the one where somebody sits since', () => {
    const desk = new Desk();
    for (const one of ['10', '11', '12'])
      desk.house.say({ ...mark('dirty'), table: one } as ScreenCommand, host);
    for (const one of ['10', '11', '12'])
      desk.press({ ...mark('clean'), table: one, press: 'night' } as ScreenCommand, 'night');
    desk.house.book({});
    desk.house.seat('r1', ['11'], secondHost);
    expect(words(desk)).toBe('2 tables clean, 19:00, not 11');
    expect(desk.undo()).toEqual(['applied', 'applied']);
    expect(desk.house.party().live.state).toBe('seated');
    const dirty = ['10', '11', '12'].filter(
      (one) => standingOf(desk.house.state.door, one).dirtySince !== null,
    );
    expect(dirty).toEqual(['10', '12']);
    expect(desk.offer).toBe(null);
  });

  test('counts once among the thirty that UNDO remembers', () => {
    const desk = new Desk();
    for (const n of Array.from({ length: 40 }).keys()) {
      desk.house.book({ id: `r${n}`, name: `r${n}` });
      desk.press({ type: 'party.noShow', press: 'night', ...desk.about(`r${n}`) }, 'night');
    }
    expect(desk.undo()).toHaveLength(40);
  });
});
