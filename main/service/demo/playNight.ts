import type { Logger } from 'pino';
import type { Service } from '../runService.ts';
import { DemoNight } from './DemoNight.ts';
import type { DemoFolder } from './demoFolder.ts';
import type { DemoWish } from './demoWish.ts';
import { auditFolder, reportLine } from './nightReport.ts';

export interface NightParts {
  readonly service: Service;
  readonly wish: DemoWish;
  readonly folder: DemoFolder;
  readonly isHeadless: boolean;
  readonly log: Logger;
  /** Stops the service; the process ends with what the night came to. */
  readonly end: (exitCode: number) => Promise<void>;
}

/**
 * Plays the night. Headless it ends with its last ticket: the till's account is held against the hub's history, and whether they agree is
 * the exit code. Before a window the service goes on for whoever looks.
 */
export function playNight({ service, wish, folder, isHeadless, log, end }: NightParts): DemoNight {
  const { seed, covers, speed, night: length } = wish;
  log.info({ ...wish, folder: folder.dataDir }, 'the demo night begins');
  const night = new DemoNight({ url: service.url, wish, folder, log });
  night
    .played(isHeadless)
    .then(async (outcome) => {
      if (outcome === 'stopped') return;
      log.info({ seed, outcome, account: folder.account }, 'the demo night is over');
      if (!isHeadless) return;
      await service.stop();
      if (outcome === 'failed') return end(1);
      const audit = auditFolder(folder);
      const about = { seed, covers, speed, night: length, account: folder.account };
      process.stderr.write(`${reportLine(audit, about)}\n`);
      await end(audit.differences.length === 0 ? 0 : 1);
    })
    .catch((error: unknown) => {
      log.fatal({ err: error }, 'the demo night could not be ended');
      void end(1);
    });
  return night;
}
