/** English: the plates of an allergy at the pass, and words of a guest that may mean one. */
export const plates = {
  title: 'ALLERGY PLATES',
  of: 'ALLERGY PLATES {{title}}',
  why: 'Look at each before it goes',
  gone: 'These plates are no longer on the way.',
  checked: 'ALLERGY PLATES CHECKED',
  askFirst: 'Answer first: allergy or taste?',
  unheard: 'Not all is heard: it cannot go yet',
  notHeardBy: 'NOT HEARD: {{stations}}',
  whose: '{{allergen}}: whose is it?',
  takeOffWho: 'Is it none? Who says so?',
  takeOff: 'TAKE IT OFF: {{by}}',
};

export const possible = {
  asking: 'POSSIBLE ALLERGY: asking',
  ask: 'POSSIBLE ALLERGY? {{allergens}}',
  allergy: 'YES, ALLERGY',
  taste: 'NO, TASTE',
};
