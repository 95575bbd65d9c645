import { describe, expect, test } from 'vitest';
import { type Noted, noteOf, withNoted } from '../../../renderer/screens/host/seat/noted.ts';
import { undoOffer } from '../../../renderer/screens/host/seat/takeBack.ts';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';
import { MINUTE } from '../../support/house.ts';

/** One host's page: what it pressed, and UNDO. */
class Desk {
  readonly house = new DoorHouse();
  noted: readonly Noted[] = [];

  press(command: ScreenCommand) {
    this.noted = withNoted(this.noted, noteOf(command, this.house.state, this.house.now));
    return this.house.say(command, host);
  }

  get offer() {
    return undoOffer(this.noted, this.house.state, this.house.seq);
  }

  undo() {
    const { offer } = this;
    this.noted = this.noted.filter((one) => one !== offer?.noted);
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

  const table = '12';
  const mark = (state: 'dirty' | 'clean' | 'blocked' | 'open'): ScreenCommand => ({
    type: 'table.mark',
    table,
    state,
    reason: state === 'blocked' ? 'wobbly' : null,
    until: null,
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
    expect(desk.undo()).toEqual(['applied', 'applied', 'applied', 'applied']);
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
