import { CSS_PATH, SCRIPT_PATH } from './plainAssets.ts';

export interface PlainPageParts {
  readonly language: string;
  /** HTML of our own making, with `escaped` texts. */
  readonly body: string;
  /** It is loaded anew when the service shows something else here. */
  readonly isWatched: boolean;
}

/** Seconds between two looks of a browser that runs no scripts. */
const LOOK_SECONDS = 5;

/** A page that stands without the bundle: on a device that does nothing else any more, or whose build is away. */
export function plainPage({ language, body, isWatched }: PlainPageParts): string {
  const again = `<noscript><meta http-equiv="refresh" content="${LOOK_SECONDS}"></noscript>`;
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isWatched ? again : ''}<link rel="stylesheet" href="${CSS_PATH}"><script src="${SCRIPT_PATH}" defer></script>
<link rel="icon" href="data:,"><title>Heard</title></head><body${isWatched ? ' data-watched' : ''}><main>${body}</main></body></html>`;
}

export interface QuestionParts {
  /** The button that asks. */
  readonly offer: string;
  readonly question: string;
  /** HTML between the question and its answers. */
  readonly choice: string;
  readonly yes: string;
  readonly no: string;
  /** Where YES is posted, with what was chosen. */
  readonly path: string;
  readonly working: string;
  /** By the code of the refusal; `failed` stands for all others. */
  readonly refusals: Readonly<Record<string, string>> & { readonly failed: string };
}

/** A button that does nothing before its question is answered. */
export function questionHtml(parts: QuestionParts): string {
  const { offer, question, choice, yes, no, path, working, refusals } = parts;
  const said = Object.entries({ working, ...refusals }).map(
    ([code, text]) => ` data-${code}="${escaped(text)}"`,
  );
  return `<form data-post="${path}"><button type="button" data-testid="ask" data-ask>${escaped(offer)}</button>
<fieldset hidden><legend>${escaped(question)}</legend>${choice}
<button type="submit" data-testid="yes">${escaped(yes)}</button>
<button type="button" class="no" data-testid="no" data-no>${escaped(no)}</button></fieldset>
<p role="status" data-testid="said"${said.join('')}></p></form>`;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
