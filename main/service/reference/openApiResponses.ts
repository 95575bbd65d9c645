import { OUTSIDE_ERRORS } from '../../../shared/protocol/outside/outsideErrors.ts';

/** What HTTP has a word of its own for, with the code that its body carries. */
const BY_HTTP: ReadonlyArray<readonly [status: number, code: string, says: string]> = [
  [415, 'invalid', 'The body comes as something else than application/json.'],
  [429, 'unauthorized', 'Too many wrong tokens from this address; a right one is never told so.'],
];
const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'Bearer' },
  429: { 'Retry-After': 'In seconds.' },
  503: { 'Retry-After': 'In seconds.' },
};

type Json = Readonly<Record<string, unknown>>;

/** Each status that refuses, with the codes that its body may carry in this release. */
export function sharedResponses(): Json {
  const said = [
    ...Object.entries(OUTSIDE_ERRORS).map(([code, { status, says }]) => [status, code, says] as const),
    ...BY_HTTP,
  ];
  const statuses = [...new Set(said.map(([status]) => status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      nameOf(status),
      response(
        status,
        said.filter(([its]) => its === status),
      ),
    ]),
  );
}

export function refusalResponses(statuses: readonly number[]): Json {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
  );
}

function nameOf(status: number): string {
  return `Refused${status}`;
}

function response(status: number, said: ReadonlyArray<readonly [number, string, string]>): Json {
  const code = { properties: { code: { enum: said.map(([, its]) => its) } } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Refused' }, { properties: { error: code } }] };
  const headers = Object.entries(HEADERS[status] ?? {}).map(
    ([name, description]) => [name, { description, schema: { type: 'string' } }] as const,
  );
  return {
    description: said.map(([, its, says]) => `\`${its}\`: ${says}`).join(' '),
    content: { 'application/json': { schema } },
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
  };
}
