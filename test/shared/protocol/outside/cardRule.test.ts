import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { CARD_REMOVED, removeCardNumbers } from '../../../../shared/protocol/outside/cardNumbers.ts';
import { cardRule } from '../../../../shared/protocol/outside/cardRule.ts';
import { anItem, aTicket } from '../../../support/tickets.ts';

const Case = z.object({ why: z.string(), body: z.unknown() });
const Cases = z.object({ reject: z.array(Case), accept: z.array(Case) });
const file = join(import.meta.dirname, '../../../fixtures/outside/pciCases.json');
const loaded: unknown = JSON.parse(readFileSync(file, 'utf8'));
const cases = Cases.parse(loaded);

/** Every run of digits in any script and spelling, so that a card cannot hide behind a dash. */
const digitsOf = (value: unknown) =>
  JSON.stringify(value)
    .normalize('NFKC')
    .replace(/[\s.-]/gu, '');

describe('the industry cases', () => {
  test.each(cases.reject)('removes: $why', ({ body }) => {
    const cleaned = digitsOf(cardRule(body));
    for (const number of ['4111111111111111', '378282246310005', '12345678901234']) {
      expect(cleaned).not.toContain(number);
    }
    expect(cleaned).not.toContain('SCHMOE');
  });

  test.each(cases.accept)('keeps: $why', ({ body }) => {
    expect(cardRule(body)).toEqual(body);
  });
});

describe('card numbers in free text', () => {
  test.each([
    ['plain', 'pays with 4111111111111111 please'],
    ['commas', 'card 4111,1111,1111,1111'],
    ['slashes', '4111 / 1111 / 1111 / 1111'],
    ['colons, bars and semicolons', '4111:1111|1111;1111'],
    ['soft hyphens', '4111\u00ad1111\u00ad1111\u00ad1111'],
    ['bullets', '4111•1111•1111•1111'],
    ['mathematical digits', '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏'],
    ['spaced', 'visa 4111 1111 1111 1111 exp 12/30'],
    ['dashed', '3782-822463-10005'],
    ['dotted', '5555.5555.5555.4444'],
    ['full width', '４１１１　１１１１　１１１１　１１１１'],
    ['arabic digits', '٤١١١١١١١١١١١١١١١'],
    ['behind other digits', 'room 12 4111 1111 1111 1111 9'],
    ['zero width joiners', '4111​1111​1111​1111'],
    ['en dashes', '4111–1111–1111–1111'],
    ['diners', '3056 930902 5904'],
    ['discover', '6011 1111 1111 1117'],
    ['mastercard two series', '2223003122003222'],
    ['19 digits', '6304000000000000000'],
    ['in words', 'card4111111111111111exp'],
    ['13 digits', '4222222222222'],
    ['a stripe of 12 digits', ';500012345678=49121'],
  ])('%s', (_name, text) => {
    const cleaned = removeCardNumbers(text);
    expect(cleaned).toContain(CARD_REMOVED);
    expect(cleaned.replace(/\D/gu, '').length).toBeLessThan(8);
  });

  it('keeps the words around it', () => {
    expect(removeCardNumbers('no nuts, card 4111 1111 1111 1111, rush')).toBe(
      `no nuts, card ${CARD_REMOVED}, rush`,
    );
  });

  it('removes each of two', () => {
    expect(removeCardNumbers('4111111111111111 or 5555555555554444')).toBe(
      `${CARD_REMOVED} or ${CARD_REMOVED}`,
    );
  });

  test.each([
    ['no luhn', '4111111111111112'],
    ['no issuer', '9111111111111111'],
    ['a part of a longer number', '1234111111111111111155'],
    ['a telephone', '+1 (555) 555-0100 ext 12'],
    ['an instant', '2026-11-21T19:30:00.000+00:00'],
    ['a hash', 'order 7f3c41111111e1111111a'],
    ['prices', '12.50 13.00 8.75 110.00'],
  ])('leaves %s', (_name, text) => {
    expect(removeCardNumbers(text)).toBe(text);
  });

  test.each([
    ['track 1', '%B4111111111111111^SCHMOE/JOE^30071010069500000?'],
    ['track 1 without sentinel', 'B4111111111111112^SCHMOE/JOE^3007101'],
    ['track 2', ';4111111111111112=30071010000012300000?'],
  ])('removes %s whole, whatever its check digit', (_name, text) => {
    expect(removeCardNumbers(`swiped ${text} ok`)).toBe(`swiped ${CARD_REMOVED} ok`);
  });
});

describe('the rule over a message', () => {
  it('drops card keys at any depth in any spelling', () => {
    const message = aTicket({
      payment: { Card_Number: '1', nested: [{ CVV2: 1, pan: '2', keep: 'x' }] },
      items: [anItem('i1', { card: { number: '3' }, last4Digits: '1111' })],
    });
    expect(cardRule(message)).toEqual({
      ...message,
      payment: { nested: [{ keep: 'x' }] },
      items: [anItem('i1', { last4Digits: '1111' })],
    });
  });

  it('leaves ids alone, which may be any number', () => {
    const message = {
      source: '4111111111111111',
      id: '4111111111111111',
      items: ['4111111111111111'],
      party: { source: 's', id: '5555555555554444' },
      movedFrom: { id: '4111111111111111', item: '378282246310005' },
      menuItemId: '4111111111111111',
      key: '4111111111111111',
    };
    expect(cardRule(message)).toEqual(message);
  });

  it('leaves an international telephone number and removes a card where a telephone should be', () => {
    // 15 digits, an issuer's prefix and a right check digit: only the plus tells it from a card.
    expect(cardRule({ phone: '+378282246310005' })).toEqual({ phone: '+378282246310005' });
    expect(cardRule({ phone: '4111111111111111' })).toEqual({ phone: CARD_REMOVED });
    expect(cardRule({ phone: '+4111111111111111' })).not.toEqual({ phone: '+4111111111111111' });
  });

  it('survives nesting 100,000 deep', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    expect(() => cardRule(deep)).not.toThrow();
  });

  it('takes nothing over into a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"x": 1}}');
    const cleaned = cardRule(hostile);
    expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it('costs a text of eight times the digits about eight times, not sixty-four', () => {
    // The thread's own time: a busy machine takes the processor away, which is nothing the rule costs. Its caches it takes as well.
    const quickest = (text: string) =>
      Math.min(
        ...[1, 2, 3, 4, 5].map(() => {
          const before = process.threadCpuUsage();
          removeCardNumbers(text);
          const { user, system } = process.threadCpuUsage(before);
          return user + system;
        }),
      );
    for (const piece of ['4 ', '4']) {
      expect(quickest(piece.repeat(400_000)) / quickest(piece.repeat(50_000))).toBeLessThan(40);
    }
  });
});
