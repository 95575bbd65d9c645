import { pathFields, type RestRoute } from '../../shared/protocol/outside/restRoutes.ts';

/** An event's argument as its path and body over REST. */
export function restPath({ path }: RestRoute, argument: object): { path: string; body: object } {
  const body = new Map<string, unknown>(Object.entries(argument));
  let filled = path;
  for (const field of pathFields(path)) {
    filled = filled.replace(`{${field}}`, encodeURIComponent(String(body.get(field))));
    body.delete(field);
  }
  return { path: filled, body: Object.fromEntries(body) };
}
