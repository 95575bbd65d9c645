import type { FastifyRequest } from 'fastify';

/** A page of another site on this device asks. Typed into the address line it is nobody's; and where the browser does not say, it is not. */
export function isOfAnotherSite({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** A form cannot send it. */
export function isJson({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /^application\/json\b/iu.test(headers['content-type'] ?? '');
}
