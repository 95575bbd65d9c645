/** A schema's complaint can be a page long. */
const MAX = 200;

/** What an error says, on one line, for a sentence that a person reads. */
export function whyText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/gu, ' ').slice(0, MAX);
}
