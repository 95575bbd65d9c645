import { expect } from 'vitest';
import { outsideMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import type { Kitchen } from './Kitchen.ts';

/**
 * The three books against each other once everything is answered: what the POS has acknowledged, what cooks pressed, and the log. Every
 * ticket and every press is in the log once; the feed told each event once and in order.
 */
export async function expectBalancedBooks(kitchen: Kitchen): Promise<{ tickets: number; presses: number }> {
  const log = kitchen.log();
  const { sent, feed } = await kitchen.account();
  const received = log.flatMap((event) => (event.type === 'ticket.received' ? [event.ref?.id] : []));
  expect([...received].sort()).toEqual(sent.map(({ id }) => id).sort());
  for (const { id, results, tries } of sent) {
    const told = `${id}, put ${tries} times: ${results.join()}`;
    expect(results.at(-1), told).toMatch(tries === 1 ? /^applied$/u : /^(?:applied|duplicate)$/u);
    expect(results.filter((one) => one === 'applied').length, told).toBeLessThanOrEqual(1);
  }
  const presses = await kitchen.presses();
  const bumps = log.flatMap(({ type, cmd }) => (type === 'part.bumped' ? [cmd] : []));
  expect([...bumps].sort()).toEqual(presses.map(({ commandId }) => commandId).sort());
  expect(presses.filter(({ settled }) => settled?.state === 'refused')).toEqual([]);
  const outside = log.flatMap((event) => outsideMessage(event, '') ?? []);
  expect(feed.map(({ seq, type }) => `${seq} ${type}`)).toEqual(
    outside.map(({ seq, type }) => `${seq} ${type}`),
  );
  expect(new Set(feed.map(({ id }) => id)).size).toBe(feed.length);
  return { tickets: sent.length, presses: presses.length };
}
