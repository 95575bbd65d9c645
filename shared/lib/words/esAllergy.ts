import type { plates as englishPlates, possible as englishPossible } from './enAllergy.ts';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Español: los platos de una alergia en el pase, y palabras de un cliente que pueden serlo. */
export const plates: Same<typeof englishPlates> = {
  title: 'PLATOS CON ALERGIA',
  of: 'PLATOS CON ALERGIA {{title}}',
  why: 'Mira cada uno antes de que salga',
  gone: 'Estos platos ya no están en camino.',
  checked: 'PLATOS CON ALERGIA REVISADOS',
  askFirst: 'Responde antes: ¿alergia o gusto?',
  unheard: 'Falta algún OÍDO: aún no puede salir',
  notHeardBy: 'SIN OÍDO: {{stations}}',
  whose: '{{allergen}}: ¿de quién es?',
  takeOffWho: '¿No lo es? ¿Quién lo dice?',
  takeOff: 'QUITARLA: {{by}}',
};

export const possible: Same<typeof englishPossible> = {
  asking: 'POSIBLE ALERGIA: preguntando',
  ask: '¿POSIBLE ALERGIA? {{allergens}}',
  allergy: 'SÍ, ALERGIA',
  taste: 'NO, GUSTO',
};
