// A hub whose evening runs faster than the street's, as the demo's does, on a folder and a house of the test's own.
import pino from 'pino';
import { z } from 'zod';
import { runService } from '../../../main/service/runService.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import { answerAsked } from '../line/askedProcess.ts';

const FastHub = z.object({ dataDir: z.string(), speed: z.number(), startAt: z.number() });

answerAsked(FastHub, ({ dataDir, speed, startAt }) => {
  const running = runService({
    dataDir,
    demo: { speed, startAt },
    host: null,
    port: 0,
    rendererDir: dataDir,
    build: BUILD,
    logger: pino({ level: 'silent' }),
  });
  return { url: async () => (await running).url };
});
