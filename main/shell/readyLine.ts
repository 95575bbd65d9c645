import { z } from 'zod';

const READY = '{"event":"ready"';
const ReadyLine = z.object({ event: z.literal('ready'), url: z.url() });

/** The service's address, where this line of its stdout is the one that says it serves. */
export function readyUrl(line: string): string | undefined {
  return line.startsWith(READY) ? ReadyLine.parse(JSON.parse(line)).url : undefined;
}
