import type { FeedMessage } from '../../shared/protocol/outside/feedMessage.ts';
import { REST_BASE } from '../../shared/protocol/outside/restRoutes.ts';

export interface RestReply {
  readonly status: number;
  readonly headers: Headers;
  /** What `JSON.parse` makes of the body; its text where it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  readonly body: any;
}

/** A POS as any program would write it over HTTP. `path` is under /api/v1. */
export interface RestClient {
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<RestReply>;
  /** The body as it is. */
  send(
    path: string,
    body: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): Promise<RestReply>;
  get(path: string, signal?: AbortSignal): Promise<RestReply>;
  feed(query: string): Promise<{ readonly seq: number; readonly messages: FeedMessage[] }>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export function restClient(url: string, token: string | null): RestClient {
  const bearer: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const at = (path: string) => new URL(REST_BASE + path, url);
  const client: RestClient = {
    post: (path, body, headers = {}) =>
      body === undefined
        ? ask(at(path), { method: 'POST', headers: { ...bearer, ...headers } })
        : client.send(path, JSON.stringify(body), headers),
    send: (path, body, headers = {}) =>
      ask(at(path), {
        method: 'POST',
        body: Buffer.from(body),
        headers: { ...bearer, ...JSON_TYPE, ...headers },
      }),
    get: (path, signal) => ask(at(path), { headers: bearer, ...(signal ? { signal } : {}) }),
    feed: async (query) => (await client.get(`/feed?${query}`)).body,
  };
  return client;
}

export async function ask(url: URL | string, init: RequestInit = {}): Promise<RestReply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
