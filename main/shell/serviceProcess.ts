// What the shell's utility process runs: the service as it is everywhere. A utility process gets messages where a program under Node gets
// signals, and Windows has none, so the shell's message becomes the signal the service knows.
process.parentPort.once('message', () => {
  // Nobody listens before it serves; then there is nothing to end cleanly.
  if (!process.emit('SIGTERM')) process.exit(0);
});

await import('../service/start.ts');

export {};
