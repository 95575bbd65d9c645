import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ChitPaper } from '../../../renderer/ui/chit/ChitPaper.tsx';
import { layoutText } from '../../../shared/chits/layoutText.ts';
import { goldenChits } from '../../support/chits/chitCases.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

/** The text of every line as the screen has it. */
function textOf(markup: string): string[] {
  return markup
    .split(/<div[^>]*data-testid="chit-line"[^>]*>/u)
    .slice(1)
    .map((line) =>
      line.replace(/<[^>]*>/gu, '').replace(/&[a-z#0-9]+;/gu, (entity) => ENTITIES[entity] ?? entity),
    )
    .map((line) => line.trimEnd());
}

test.each(goldenChits())('the screen says what the paper says: $file', ({ lines, columns }) => {
  const markup = renderToStaticMarkup(<ChitPaper lines={lines} columns={columns} label="chit 1" />);
  expect(textOf(markup)).toEqual(layoutText(lines, columns));
});
