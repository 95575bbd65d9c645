import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { SpeechProvider } from '../../../renderer/app/words.ts';
import { ContactNotKept } from '../../../renderer/screens/host/book/GuestFields.tsx';
import { chitSpeech } from '../../../renderer/ui/chit/chitSpeech.ts';

afterEach(() => vi.unstubAllGlobals());

const speech = {
  ...chitSpeech('en', 'UTC'),
  has: () => true,
  number: String,
  stationName: (id: string) => id,
};
const drawn = () =>
  renderToStaticMarkup(
    <SpeechProvider value={speech}>
      <ContactNotKept />
    </SpeechProvider>,
  );

test('where a page cannot seal a number it says so, and nowhere else', () => {
  vi.stubGlobal('isSecureContext', false);
  expect(drawn()).toContain('on this page alone');
  vi.stubGlobal('isSecureContext', true);
  expect(drawn()).toBe('');
});
