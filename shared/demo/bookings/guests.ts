import type { DemoAllergy } from '../night/plan.ts';
import type { Random } from '../random.ts';

const FIRST = [
  'Ada',
  'Bruno',
  'Carmen',
  'David',
  'Elif',
  'Femi',
  'Gloria',
  'Henrik',
  'Inés',
  'Jonas',
  'Kemi',
  'Lena',
];
const LAST = [
  'Alvarez',
  'Brandt',
  'Costa',
  'Duarte',
  'Eriksen',
  'Fofana',
  'Greco',
  'Haddad',
  'Iversen',
  'Jansen',
];

export function guestName(random: Random): string {
  return `${random.pick(FIRST)} ${random.pick(LAST)}`;
}

/** A fictitious number of the range kept for fiction, and an address of a domain kept for examples. */
export function contactsOf(name: string, random: Random): { phone: string; email: string } {
  return {
    phone: `+1 555 01${random.whole(10, 99)} ${random.whole(100, 999)}`,
    email: emailOf(name),
  };
}

/** Of a regular: the same on every night of the demo, whatever its seed. */
export function regularContacts(name: string): { phone: string; email: string } {
  const [first = '', last = ''] = name.split(' ');
  const phone = `+1 555 01${10 + FIRST.indexOf(first)} ${100 + LAST.indexOf(last)}`;
  return { phone, email: emailOf(name) };
}

function emailOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/gu, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  return `${plain}@example.com`;
}

/** What guests write into a booking: known to the book alone, because the till never asks. */
const ALLERGIES: readonly DemoAllergy[] = [
  { allergen: 'sesame', severity: 'anaphylaxis', crossContact: true, words: 'sesame, carries an EpiPen' },
  { allergen: 'peanut', severity: 'allergy', words: 'peanut allergy, please confirm' },
  { allergen: 'crustacean', severity: 'allergy', words: 'no prawns for my husband' },
  { allergen: 'gluten', severity: 'intolerance', words: 'gluten intolerant' },
  { allergen: 'tree_nut', words: 'nuts' },
  { allergen: 'vegan', severity: 'diet', words: 'one vegan' },
];

export function bookedAllergy(random: Random): DemoAllergy {
  return random.pick(ALLERGIES);
}
