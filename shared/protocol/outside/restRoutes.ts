/**
 * REST mirrors the events: one POST each. What a path names is not repeated in the body (where it is, it must be the same); everything else
 * of the argument is the body. A new event gets its line here and is served and documented.
 */
export interface RestRoute {
  readonly event: string;
  /** Under `REST_BASE`; `{name}` is a field of the argument, percent-encoded. */
  readonly path: string;
}

export const REST_BASE = '/api/v1';

export const REST_ROUTES: readonly RestRoute[] = [
  { event: 'ticket.put', path: '/tickets' },
  { event: 'ticket.void', path: '/tickets/{source}/{id}/void' },
  { event: 'course.fire', path: '/tickets/{source}/{id}/fire' },
  { event: 'course.hold', path: '/tickets/{source}/{id}/hold' },
  { event: 'item.fire', path: '/tickets/{source}/{id}/items/fire' },
  { event: 'item.hold', path: '/tickets/{source}/{id}/items/hold' },
  { event: 'item.refire', path: '/tickets/{source}/{id}/refire' },
  { event: 'allergy.answer', path: '/tickets/{source}/{id}/allergies/answer' },
  { event: 'allergy.withdraw', path: '/tickets/{source}/{id}/allergies/withdraw' },
  { event: 'ticket.handoff', path: '/tickets/{source}/{id}/handoff' },
  { event: 'check.put', path: '/checks' },
  { event: 'table.hold', path: '/tables/{source}/{table}/hold' },
  { event: 'table.resume', path: '/tables/{source}/{table}/resume' },
  { event: 'table.state', path: '/tables/{source}/{table}/state' },
  { event: 'party.put', path: '/parties' },
  { event: 'menu.put', path: '/menu' },
  { event: 'availability.put', path: '/availability' },
];

/** The names in braces, in order. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/\{(?<name>\w+)\}/gu)].map(({ groups }) => groups?.name ?? '');
}

/** How long `GET /feed` may wait for something to happen, in seconds. */
export const MAX_WAIT_SECONDS = 30;
export const MAX_PAGE = 1000;
export const DEFAULT_PAGE = 200;
