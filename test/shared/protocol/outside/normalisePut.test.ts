import { describe, expect, it } from 'vitest';
import type { PutContent } from '../../../../shared/domain/model/put.ts';
import { normalisePut } from '../../../../shared/protocol/outside/normalisePut.ts';
import { parseMessage } from '../../../../shared/protocol/outside/parseMessage.ts';
import { OutsideTicket } from '../../../../shared/protocol/outside/ticket.ts';
import { anItem, aTicket } from '../../../support/tickets.ts';

/** Stands for the keyed digest: equal texts, equal digests, and readable when a test fails. */
const digest = (text: string) => `digest:${text}`;

function put(message: unknown): PutContent {
  const parsed = parseMessage(OutsideTicket, message);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields));
  return normalisePut(parsed.value, digest);
}

describe('a put as the domain compares it', () => {
  it('is the same whatever the order of keys, unknown fields, and defaults said or not', () => {
    const bare = aTicket();
    const said = Object.fromEntries(
      Object.entries({
        ...bare,
        priority: 'normal',
        vip: false,
        guests: [],
        allergies: [],
        courses: [],
        loyalty: { points: 3 },
        items: [
          anItem('i1', {
            course: 0,
            state: 'active',
            fire: 'course',
            modifiers: [],
            comped: false,
            shelf: 3,
          }),
        ],
      }).reverse(),
    );
    expect(put(said)).toEqual(put(bare));
  });

  it('is another when any known field differs, and not when only the revision does', () => {
    const bare = aTicket();
    const other = (fields: object) => put({ ...bare, ...fields }).digest === put(bare).digest;
    expect(other({ revision: 7 })).toBe(true);
    expect(other({ notes: 'x' })).toBe(false);
    expect(other({ customer: { phone: '1' } })).toBe(false);
    expect(other({ guests: [{ seat: 1, notes: 'x' }] })).toBe(false);
    expect(other({ items: [anItem('i1', { quantity: 2 })] })).toBe(false);
  });

  it('tells an unknown recipe from an empty one', () => {
    const { items } = put(aTicket({ items: [anItem('a'), anItem('b', { allergens: [] })] }));
    expect(items.map(({ face }) => face.allergens)).toEqual([null, []]);
  });

  it('keeps people out of everything but the drafts', () => {
    const content = put(
      aTicket({
        customer: { name: 'Ada Lovelace', phone: '+441' },
        pickup: { kind: 'curbside', code: 'K7', courier: 'Bob', spot: 'red Volvo' },
        guests: [{ seat: 2, name: 'Grace', notes: 'sits by the window' }, { seat: 3 }],
      }),
    );
    expect(content.customer?.fields).toMatchObject({
      name: 'Ada Lovelace',
      phone: '+441',
      courier: 'Bob',
      spot: 'red Volvo',
    });
    expect(
      content.guests.map(({ seat, person }) => [seat, person?.fields.name, person?.fields.notes]),
    ).toEqual([
      [2, 'Grace', 'sits by the window'],
      [3, undefined, undefined],
    ]);
    expect(content.head.pickup).toEqual({ kind: 'curbside', code: 'K7', arrivedAt: null });
    expect(JSON.stringify([content.head, content.items])).not.toMatch(/Ada|Bob|Volvo|Grace|window|441/u);
  });

  it('gathers allergies by seat from table, guests and dishes', () => {
    const { allergies } = put(
      aTicket({
        allergies: [{ allergen: 'Tree Nut' }],
        guests: [{ seat: 2, allergies: [{ allergen: 'sesame', severity: 'anaphylaxis' }] }],
        items: [
          anItem('a', { seat: 3, allergies: [{ allergen: 'milk', severity: 'intolerance' }] }),
          anItem('b', { seats: [1, 2], allergies: [{ allergen: 'egg' }] }),
          anItem('c', { seat: 0, allergies: [{ allergen: 'Red  Food Dye', words: 'the red stuff' }] }),
        ],
      }),
    );
    expect(allergies.map(({ seat, allergen, severity }) => [seat, allergen, severity])).toEqual([
      [null, 'tree_nut', 'unknown'],
      [2, 'sesame', 'anaphylaxis'],
      [3, 'milk', 'intolerance'],
      [null, 'egg', 'unknown'],
      [null, 'red food dye', 'unknown'],
    ]);
  });

  it('joins the same allergy of one seat, as grave as the graver and with both wordings', () => {
    const { allergies } = put(
      aTicket({
        guests: [{ seat: 2, allergies: [{ allergen: 'sesame', severity: 'diet', words: 'no seeds' }] }],
        items: [
          anItem('a', {
            seat: 2,
            allergies: [
              { allergen: 'SESAME', severity: 'anaphylaxis', crossContact: true, words: 'hospital' },
            ],
          }),
        ],
      }),
    );
    expect(allergies).toEqual([
      {
        allergen: 'sesame',
        severity: 'anaphylaxis',
        crossContact: true,
        words: 'no seeds / hospital',
        seat: 2,
      },
    ]);
  });

  it('keeps unknown words of open lists and shows them', () => {
    const content = put(
      aTicket({
        channel: 'room_service',
        priority: 'vip_rush',
        courses: [{ number: 1, state: 'paused' }],
        items: [anItem('a', { fire: 'later', state: 'odd', modifiers: [{ name: 'x', kind: 'twice' }] })],
      }),
    );
    expect(content.head).toMatchObject({ channel: 'room_service', priority: 'vip_rush' });
    expect(content.courses).toEqual([{ number: 1, name: null, said: null, fireAt: null }]);
    expect(content.items[0]).toMatchObject({ state: 'active', face: { fire: 'later' } });
    expect(content.items[0]?.face.modifiers[0]?.kind).toBe('twice');
  });

  it('turns instants into hub milliseconds', () => {
    const content = put(
      aTicket({
        openedAt: '2026-05-01T19:30:00+02:00',
        courses: [{ number: 1, fireAt: '2026-05-01T18:00:00Z' }],
      }),
    );
    expect(content.openedAt).toBe(Date.parse('2026-05-01T17:30:00Z'));
    expect(content.courses[0]?.fireAt).toBe(Date.parse('2026-05-01T18:00:00Z'));
  });

  it('names stations the short or the long way', () => {
    const items = [
      anItem('a', { station: 'grill' }),
      anItem('b', { stations: ['grill', 'fry', 'grill'] }),
      anItem('c'),
    ];
    expect(put(aTicket({ items })).items.map(({ stations }) => stations)).toEqual([
      ['grill'],
      ['grill', 'fry'],
      null,
    ]);
  });

  it('stays well-formed where the sender is not', () => {
    const content = put(aTicket({ notes: 'a\ud800b' }));
    expect(content.head.notes).toBe('a\ufffdb');
  });
});
