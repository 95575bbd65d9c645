import type { FastifyInstance } from 'fastify';
import { openApi } from './openApi.ts';
import { reference } from './reference.ts';
import { referencePage } from './referencePage.ts';

const STYLE = `
main { max-width: 70rem; margin: 0 auto; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; }
h2 { margin-top: 3rem; border-bottom: 2px solid; }
section { margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
td, th { text-align: left; vertical-align: top; padding: 0.2rem 1rem 0.2rem 0; border-bottom: 1px solid #8886; }
pre { padding: 0.8rem; overflow-x: auto; background: #8882; font-size: 13px; }
:root { color-scheme: light dark; }
`;

/** What programmers read: `/openapi.json`, `/reference` and `/reference.json`. They tell nothing of the house and need no token. */
export function addReference(app: FastifyInstance, version: string): void {
  // They are the same until the next release, and somebody asks once a year: each is made then, in some 20 ms.
  const data = once(() => reference(version));
  const asJson = once(() => JSON.stringify(data()));
  const asPage = once(() => referencePage(data()));
  const api = once(() => JSON.stringify(openApi(version)));
  const json = 'application/json; charset=utf-8';
  app.get('/openapi.json', (_request, reply) => reply.type(json).send(api()));
  app.get('/reference.json', (_request, reply) => reply.type(json).send(asJson()));
  app.get('/reference', (_request, reply) => reply.type('text/html; charset=utf-8').send(asPage()));
  app.get('/reference.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
