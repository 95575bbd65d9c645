/** Inputs that take no text: a bar's key cannot end up in them. */
const NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset']);

/** While somebody writes, every key is a letter of theirs and none is a press on the board. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Esc ends the writing; the next key is the board's again. */
export function leaveField(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || !isTyping(event.target) || !(event.target instanceof HTMLElement))
    return false;
  event.target.blur();
  event.preventDefault();
  event.stopPropagation();
  return true;
}
