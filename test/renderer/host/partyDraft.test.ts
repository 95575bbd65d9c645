import { describe, expect, test } from 'vitest';
import {
  addCommand,
  blankDraft,
  draftOf,
  editCommand,
} from '../../../renderer/screens/host/book/partyDraft.ts';
import { PersonFields } from '../../../shared/domain/model/put.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, HOUR } from '../../support/house.ts';

const SESAME = {
  allergen: 'sesame',
  severity: 'allergy',
  crossContact: false,
  words: null,
  seat: 2,
} as const;

const personOf = (house: DoorHouse) =>
  PersonFields.parse(house.people.get(house.party().person?.personId ?? ''));

describe('what is keyed of a party', () => {
  test('is sent as far as it is otherwise than it was', () => {
    const house = new DoorHouse();
    house.book({ occasion: 'birthday' });
    const was = draftOf(house.party(), personOf(house));
    const edit = (change: Partial<typeof was>) =>
      editCommand(house.party().id, was, { ...was, ...change }, house.seq);
    expect(edit({})).toBe(null);
    expect(edit({ occasion: ' birthday ', name: ' Ana Ruiz ' })).toBe(null);
    expect(edit({ covers: 5, tables: ['12'] })).toMatchObject({
      set: { covers: 5, tables: ['12'] },
      guest: null,
      allergies: [],
    });
    expect(edit({ occasion: '' })).toMatchObject({ set: { occasion: null } });
    expect(edit({ allergies: [SESAME] })).toMatchObject({ set: {}, allergies: [SESAME] });
  });

  test('a changed telephone number leaves name, notes and tags as they are', () => {
    const house = new DoorHouse();
    const facts = {
      ...blankDraft,
      name: 'Ana Ruiz',
      guestNotes: 'her mother is with her',
      tags: 'terrace, quiet',
    };
    house.say(addCommand('reservation', { ...facts, at: EVENING + HOUR }), host);
    const party = house.latest();
    const fields = () => PersonFields.parse(house.people.get(party.person?.personId ?? ''));
    const was = draftOf(party, fields());
    const command = editCommand(party.id, was, { ...was, phone: '600 123 456' }, house.seq);
    expect(command && house.say(command, host)).toBe('applied');
    expect(fields()).toMatchObject({
      name: 'Ana Ruiz',
      phone: '600 123 456',
      guestNotes: 'her mother is with her',
      tags: ['terrace', 'quiet'],
    });
  });

  test('a walk-in needs covers alone, and comes with its allergies', () => {
    const house = new DoorHouse();
    expect(house.say(addCommand('walk_in', { ...blankDraft, covers: 3, allergies: [SESAME] }), host)).toBe(
      'applied',
    );
    expect(house.latest()).toMatchObject({
      kind: 'walk_in',
      person: null,
      live: { state: 'arrived', covers: 3, allergies: [{ allergen: 'sesame', seat: 2 }] },
    });
  });
});
