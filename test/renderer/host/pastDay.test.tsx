import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SpeechProvider } from '../../../renderer/app/words.ts';
import { bookRows } from '../../../renderer/screens/host/book/bookRows.ts';
import { NobodyOn } from '../../../renderer/screens/host/book/NobodyOn.tsx';
import { pastParties, pastPerson, withPast } from '../../../renderer/screens/host/book/usePastDay.ts';
import { chitSpeech } from '../../../renderer/ui/chit/chitSpeech.ts';
import { timeline } from '../../../shared/domain/selectors/timeline.ts';
import { PastDay } from '../../../shared/guests/guestMessages.ts';
import { DoorHouse } from '../../support/doorHouse.ts';
import { HOUR, MINUTE } from '../../support/house.ts';

/** A night of three; one of them sits on past the roll. */
function pastNight() {
  const house = new DoorHouse();
  for (const id of ['ate', 'nameless', 'sits']) house.book({ id, name: id });
  house.seat('ate', ['12']);
  house.seat('sits', ['13']);
  house.later(90 * MINUTE);
  house.press('party.finish', 'ate');
  const { day } = house.state;
  const closed = ['ate', 'nameless', 'sits'].map((id) => house.party(id));
  house.later(12 * HOUR).tick();
  // As it comes over the wire: of `sits` an older close, of which the state knows more.
  const answer = PastDay.parse({
    parties: closed.map((party) => ({
      party: JSON.parse(JSON.stringify(party)),
      name: party.externalId === 'nameless' ? null : `${party.externalId} then`,
    })),
  });
  return { house, day, past: pastParties(answer) };
}

test('[S85] list and timeline of a day that is over have what the history has, and who still sits once', () => {
  const { house, day, past } = pastNight();
  expect([...house.state.parties.values()].map(({ externalId }) => externalId)).toEqual(['sits']);
  const rows = bookRows(
    withPast(house.state.parties.values(), past),
    day,
    'name',
    'en',
    (party) => pastPerson(past, party)?.name ?? party.externalId,
  );
  expect(rows.map(({ name }) => name)).toEqual(['ate then', 'nameless', 'sits then']);
  expect(rows.find(({ party }) => party.externalId === 'sits')?.party).toBe(house.party('sits'));
  const gone = past.parties.filter(({ id }) => !house.state.parties.has(id));
  const bars = timeline(house.state, house.config, house.now, day, gone).rows.flatMap(({ table, bars: on }) =>
    on.map(({ kind, from, to }) => [table, kind, to - from]),
  );
  expect(bars).toContainEqual(['12', 'over', 90 * MINUTE]);
});

test('[S85] a day without a line says whether nobody came or the hub is away', () => {
  const speech = { ...chitSpeech('en', 'UTC'), has: () => true, number: String, stationName: String };
  const words = (why: Parameters<typeof NobodyOn>[0]['why']) =>
    renderToStaticMarkup(
      <SpeechProvider value={speech}>
        <NobodyOn isPast why={why} />
      </SpeechProvider>,
    );
  expect(words(null)).toContain('Nobody came on this day');
  expect(words('away')).toContain('it does not answer');
  expect(words('asking')).toContain('Asking the hub');
});
