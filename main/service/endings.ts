import type { Logger } from 'pino';

/** A stop that hangs (a disk that does not answer) must not keep whoever waits for us; nothing acknowledged is lost by it. */
const PATIENCE_MS = 8000;

/** Ends the process with 0 after `stop` at SIGTERM, SIGINT, or when the launcher that started us is gone. */
export function endWith(stop: () => Promise<void>, log: Logger): void {
  let isEnding = false;
  const end = (why: string) => {
    if (isEnding) return;
    isEnding = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(0), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  if (process.connected) process.once('disconnect', () => end('the launcher is gone'));
}
