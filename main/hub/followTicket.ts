import { timingSafeEqual } from 'node:crypto';

/**
 * With it a page that was let in at one hub is let in at the next, whose address is another and where its cookie does not go. Both hold the
 * key it is made with, and the tokens: it is as good as its token and dies with it.
 */
export function followTicket(tokenId: string, digest: (text: string) => string): string {
  return `${tokenId}.${digest(`follow:${tokenId}`)}`;
}

/** The id of the token that a ticket stands for; null: it is none of this site. */
export function tokenOfTicket(ticket: string, digest: (text: string) => string): string | null {
  const tokenId = ticket.slice(0, Math.max(0, ticket.indexOf('.')));
  const [given, right] = [ticket, followTicket(tokenId, digest)].map((text) => Buffer.from(text));
  if (given === undefined || right === undefined || given.length !== right.length) return null;
  return timingSafeEqual(given, right) ? tokenId : null;
}
