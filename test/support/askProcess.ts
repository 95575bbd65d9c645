import { z } from 'zod';

/** The other half of `askFrom`: prints what was answered, and after how long. Status 0: nobody answered. */
const Question = z.object({
  url: z.string(),
  method: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  untilStatus: z.number().optional(),
  untilMs: z.number().default(0),
});

const {
  url,
  method = 'GET',
  headers = {},
  body,
  untilStatus,
  untilMs,
} = Question.parse(JSON.parse(process.argv[2] ?? ''));
const PATIENCE_MS = 2_000;
const PAUSE_MS = 50;

async function once(): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(url, {
      method,
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    // Nobody there, or not yet.
    return { status: 0, text: '' };
  }
}

const startedAt = performance.now();
let said = await once();
while (untilStatus !== undefined && said.status !== untilStatus && performance.now() - startedAt < untilMs) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  said = await once();
}
process.stdout.write(JSON.stringify({ ...said, ms: performance.now() - startedAt }));
