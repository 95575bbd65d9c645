import type { PersonFields } from '../domain/model/put.ts';

/** Shorter is a house extension or a slip of the hand: too many would share it. */
const MIN_DIGITS = 7;
/**
 * The last digits of a number, the same whether it is written with its country or without: nine are the length of a number in Spain, France,
 * Portugal and Poland without its leading zero, and told apart from each other in longer plans.
 */
const DIGITS = 9;

/**
 * By what a guest is known again, most telling first: `phone:` and `email:` texts, equal for every way of writing the same. They are
 * digested under the house's key before anything keeps them.
 */
export function contactsOf({ phone, email }: Pick<PersonFields, 'phone' | 'email'>): string[] {
  return [phoneContact(phone), emailContact(email)].filter((one) => one !== null);
}

function phoneContact(phone: string | null): string | null {
  const digits = (phone ?? '').normalize('NFKC').replace(/\D/gu, '').replace(/^0+/u, '');
  return digits.length < MIN_DIGITS ? null : `phone:${digits.slice(-DIGITS)}`;
}

function emailContact(email: string | null): string | null {
  const text = (email ?? '').normalize('NFKC').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/u.test(text) ? `email:${text}` : null;
}
