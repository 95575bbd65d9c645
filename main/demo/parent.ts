/** The channel to whoever started a process of the demo. Without one (started by hand) nothing is told and nothing awaited. */

export function tellParent(message: { readonly event: string; readonly [field: string]: unknown }): void {
  if (process.connected) process.send?.(message);
}

/** Resolves when the parent says this; at once without a parent. */
export function parentSays(word: string): Promise<void> {
  if (!process.connected) return Promise.resolve();
  return new Promise((resolve) => {
    process.on('message', (message) => {
      if (message === word) resolve();
    });
  });
}

/** A process of the demo never outlives the service that started it. */
export function endWithParent(): void {
  if (!process.connected) return;
  process.once('disconnect', () => process.exit(0));
  // Ctrl-C reaches every process of the terminal; the service, which has it too, ends this one when it is time.
  process.on('SIGINT', () => undefined);
}
