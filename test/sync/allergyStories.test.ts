import { describe, expect, test } from 'vitest';
import { AllergyKitchen } from '../support/allergyKitchen.ts';
import { fry, grill, type SaidItem, type SaidTicket } from '../support/house.ts';

/** PRODUCT.md "Allergies" from put to chit, each with the acknowledgement missing, given, and given by the wrong station. */
interface Story {
  readonly name: string;
  readonly said: SaidTicket;
  /** What happens before it is heard: a late put, an answer at expo. */
  readonly first?: (kitchen: AllergyKitchen) => Promise<void>;
  readonly allergens: string;
  /** What the grill's chit says beside that. */
  readonly onChit: readonly string[];
  /** What expo has to answer once it is heard. */
  readonly answers: number;
}

const BASS: SaidItem = { id: 'bass', name: 'Sea bass', course: 1, seat: 2, stations: ['grill', 'fry'] };
const RIBEYE: SaidItem = { id: 'ribeye', name: 'Ribeye', course: 1, seat: 1, stations: ['grill'] };
const SESAME = { allergen: 'sesame', seat: 2, words: 'her lips swell' };
const TAHINI = {
  id: 'm1',
  name: 'tahini',
  kind: 'no',
  quantity: 1,
  allergens: ['sesame'],
  removes: [],
  modifiers: [],
};

const stories: readonly Story[] = [
  {
    name: 'anaphylaxis of one seat, its dish at two stations',
    said: { items: [BASS, RIBEYE], allergies: [{ ...SESAME, severity: 'anaphylaxis' }] },
    allergens: 'SESAME S2',
    onChit: ['ANAPHYLAXIS', '"her lips swell"'],
    answers: 0,
  },
  {
    name: 'a seat nobody has named',
    said: { items: [BASS, RIBEYE], allergies: [{ allergen: 'milk', severity: 'unknown', seat: null }] },
    allergens: 'MILK seat ?',
    onChit: ['ALLERGY, SEVERITY NOT SAID'],
    answers: 0,
  },
  {
    name: 'one that comes when the grill has it ready',
    said: { items: [BASS, RIBEYE] },
    first: async (kitchen) => {
      expect(await kitchen.bump(grill)).toBe('applied');
      await kitchen.put({ items: [BASS, RIBEYE], allergies: [SESAME] });
    },
    allergens: 'SESAME S2',
    onChit: ['ALLERGY ADDED', 'STOP: SESAME'],
    answers: 1,
  },
  {
    name: 'a recipe that lists it, NO or not',
    said: { items: [{ ...BASS, modifiers: [TAHINI] }, RIBEYE], allergies: [SESAME] },
    allergens: 'SESAME S2',
    onChit: ['CONFLICT: tahini (SESAME)', 'Ask expo'],
    answers: 1,
  },
  {
    name: 'words in a note that expo says are one',
    said: { items: [{ ...BASS, notes: 'Sin cacahuetes, es alérgica' }, RIBEYE] },
    first: async (kitchen) => {
      expect(await kitchen.chit(grill)).toContain('POSSIBLE ALLERGY: asking "Sin cacahuetes, es alérgica"');
      expect(await kitchen.run(true)).toBe('possible_unanswered');
      expect(await kitchen.answer()).toEqual(['applied']);
    },
    allergens: 'PEANUT S2',
    onChit: ['"Sin cacahuetes, es alérgica"'],
    answers: 0,
  },
];

async function told(story: Story): Promise<AllergyKitchen> {
  const kitchen = await AllergyKitchen.open();
  await kitchen.put(story.said);
  await story.first?.(kitchen);
  return kitchen;
}

describe.each(stories)('an allergy from put to chit: $name', (story) => {
  test('not heard: no bump and no run takes it, and the chit tells the cook to call', async () => {
    const kitchen = await told(story);
    expect(await kitchen.bump(fry)).toBe('allergy_unheard');
    expect(await kitchen.run(true)).toBe('allergy_unheard');
    const chit = await kitchen.chit(grill);
    for (const words of [`CALL TO EXPO: HEARD ${story.allergens}`, ...story.onChit])
      expect(chit).toContain(words);
    expect(kitchen.log('allergy.heard')).toEqual([]);
    expect(kitchen.log('food.run')).toEqual([]);
  });

  test('heard by the wrong station: it counts for nobody else', async () => {
    const kitchen = await told(story);
    expect(await kitchen.hear(grill, fry)).toBe('wrong_station');
    expect(await kitchen.hear(fry)).toBe('applied');
    expect(await kitchen.run(true)).toBe('allergy_unheard');
    expect(await kitchen.chit(grill)).toContain(`CALL TO EXPO: HEARD ${story.allergens}`);
    expect(kitchen.log('allergy.heard')).toMatchObject([{ station: fry, by: 'fry' }]);
  });

  test('heard: what waits is answered, the plates are checked, and it goes; the chit says when', async () => {
    const kitchen = await told(story);
    for (const at of [grill, fry]) expect(await kitchen.hear(at)).toBe('applied');
    expect(await kitchen.chit(grill)).toMatch(/heard here \d\d:\d\d/u);
    expect(await kitchen.chit(grill)).not.toContain('CALL TO EXPO');
    if (story.answers > 0) expect(await kitchen.run(true)).toMatch(/_unanswered$/u);
    expect(await kitchen.answer()).toHaveLength(story.answers);
    expect(await kitchen.bump(fry)).toBe('applied');
    expect(await kitchen.run(false)).toBe('plates_unchecked');
    expect(await kitchen.run(true)).toBe('applied');
    expect(kitchen.log('allergy.plates_checked')).toMatchObject([{ by: 'expo' }]);
    expect(kitchen.log('food.run').length + kitchen.log('course.run').length).toBeGreaterThan(0);
  });
});
