import type { z } from 'zod';

/**
 * Asks this page's own service and takes what holds to `schema`; null: it is away, refuses, or answers with something else. A service that
 * is just changing what it is, or none of ours, may answer anything.
 */
export async function askService<T>(
  path: string,
  schema: z.ZodType<T>,
  init: RequestInit = { cache: 'no-store' },
): Promise<T | null> {
  const answer = await reachService(path, init);
  const said: unknown = answer?.ok ? await answer.json().catch(notJson) : null;
  return schema.safeParse(said).data ?? null;
}

/** null: no answer at all. */
export async function reachService(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    // Only the network throws here: the service changes what it is, or is away.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export function posting(body: unknown): RequestInit {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

function notJson(error: unknown): null {
  if (error instanceof SyntaxError || error instanceof TypeError) return null;
  throw error;
}
