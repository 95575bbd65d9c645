import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SpeechProvider } from '../../../renderer/app/words.ts';
import { authorName } from '../../../renderer/screens/host/authorName.ts';
import { PartyHistory } from '../../../renderer/screens/host/book/PartyHistory.tsx';
import { authorWords } from '../../../renderer/screens/host/seat/doingWords.ts';
import { chitSpeech } from '../../../renderer/ui/chit/chitSpeech.ts';
import { THIS_DEVICE } from '../../../shared/domain/events/actor.ts';
import { shiftDoings } from '../../../shared/domain/selectors/shiftDoings.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';

const speechIn = (language: 'en' | 'es') => ({
  ...chitSpeech(language, 'UTC'),
  has: () => true,
  number: String,
  stationName: (id: string) => id,
});

test('[S82] of two hosts’ screens each is named wherever an author is', () => {
  const house = new DoorHouse();
  house.book({});
  house.arrive('r1', null, host);
  house.seat('r1', ['12'], secondHost);
  house.say({ type: 'shiftNote.write', words: 'a draught at 4' }, secondHost);
  const speech = speechIn('en');
  const history = renderToStaticMarkup(
    <SpeechProvider value={speech}>
      <PartyHistory party={house.party()} />
    </SpeechProvider>,
  );
  expect([...history.matchAll(/host-\d/gu)].map(String)).toEqual(['host-2', 'host-1']);
  expect(history).not.toMatch(/· host</u);
  const doings = shiftDoings(house.state, house.config).map((doing) => authorWords(doing, speech));
  expect(doings.map((words) => words.split(' ')[0])).toEqual(['host-2', 'host-1']);
  const [note] = house.state.door.shiftNotes;
  expect(note && authorName(note, speech)).toBe('host-2');
});

test('the hub’s own device and the house are said in the language of who reads it, a program by its name', () => {
  const es = speechIn('es');
  expect(authorName({ by: 'kitchen', screen: THIS_DEVICE }, es)).toBe('este equipo');
  expect(authorName({ by: 'house', screen: null }, es)).toBe('por sí solo');
  expect(authorName({ by: 'pos:bookings', screen: null }, es)).toBe('pos:bookings');
});
