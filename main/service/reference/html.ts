/** Text that is HTML already; everything else that stands in a template is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(parts: TemplateStringsArray, ...values: ReadonlyArray<unknown>): Html {
  const written = parts.map((part, index) => {
    const value = index < values.length ? values[index] : '';
    return part + (value instanceof Html ? value.text : escaped(String(value)));
  });
  return new Html(written.join(''));
}

export function raw(pieces: readonly Html[]): Html {
  return new Html(pieces.map(({ text }) => text).join(''));
}

/** A page that loads one style sheet and no script. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/reference.css">
<main>${body}
</main>
</html>
`.text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}
