/** What a look gave, or why it could not be had: one fault hides no other. */
export function attempt<T>(look: () => T): T | Error {
  try {
    return look();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
