/** English: what passes between expo, its stations and its runners. */
export const pass = {
  refireDish: 'REFIRE A DISH',
  refireWhose: 'Whose? Latest fire first; bumped tickets too',
  refireNone: 'Nothing has been fired here.',
  refireOf: 'REFIRE {{title}}',
  move: 'MOVE TO STATION: keeps its state and clock; an allergy is heard anew there',
  moveFrom: 'FROM {{station}} · {{count}}',
  moveTo: 'TO {{station}}',
  moveNone: 'Choose a dish first',
};
