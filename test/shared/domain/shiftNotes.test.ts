import { expect, test } from 'vitest';
import { cutFor } from '../../../main/hub/viewerCut.ts';
import { PersonFields } from '../../../shared/domain/model/put.ts';
import { personsOfState } from '../../../shared/sync/persons.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { cook, grill, HOUR } from '../../support/house.ts';

const WORDS = 'Table 4: Mr Okafor must not meet Mrs Lind';

function written() {
  const house = new DoorHouse();
  expect(house.say({ type: 'shiftNote.write', words: WORDS }, host)).toBe('applied');
  const [note] = house.state.door.shiftNotes;
  if (!note) throw new Error('no note');
  return { house, note, words: () => PersonFields.parse(house.people.get(note.note)) };
}

test('[S68] a note has author and time in the log, and its words nowhere but in the personal table', () => {
  const { house, note, words } = written();
  expect(note).toMatchObject({ at: house.now, by: 'host', screen: 'host-1', day: house.state.day });
  expect(JSON.stringify(house.log)).not.toContain('Okafor');
  expect(JSON.stringify(words())).toContain(WORDS);
  expect([...personsOfState(house.state)]).toEqual([note.note]);
  const seenBy = (role: 'kitchen' | 'expo' | 'host' | 'manager') =>
    JSON.stringify(cutFor({ kind: 'screen', roles: [role] }, words())).includes('Okafor');
  expect([seenBy('kitchen'), seenBy('expo'), seenBy('host'), seenBy('manager')]).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(house.say({ type: 'shiftNote.write', words: WORDS }, cook(grill))).toBe('forbidden');
  expect(house.replayed()).toEqual(house.state);
});

test('[S68] taken off, its words are overwritten', () => {
  const { house, note, words } = written();
  expect(house.say({ type: 'shiftNote.strike', note: note.note }, host)).toBe('applied');
  expect(house.say({ type: 'shiftNote.strike', note: note.note }, host)).toBe('noop');
  expect(house.state.door.shiftNotes).toEqual([]);
  expect(JSON.stringify(words())).not.toContain('Okafor');
});

test('[S68] it may be read on the next service day, and is gone on the one after', () => {
  const { house, words } = written();
  house.later(24 * HOUR).tick();
  expect(house.state.door.shiftNotes).toHaveLength(1);
  expect(words().guestNotes).toBe(WORDS);
  house.later(24 * HOUR).tick();
  expect(house.state.door.shiftNotes).toEqual([]);
  expect(words().guestNotes).toBe(null);
  expect(house.replayed()).toEqual(house.state);
});
