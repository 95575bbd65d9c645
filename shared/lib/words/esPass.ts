import type { pass as english } from './enPass.ts';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Español: lo que va y viene entre el pase, sus partidas y quien lleva los platos. */
export const pass: Same<typeof english> = {
  refireDish: 'REPETIR UN PLATO',
  refireWhose: '¿De quién? Primero lo último marchado; también lo ya sacado',
  refireNone: 'Aquí no se ha marchado nada.',
  refireOf: 'REPETIR {{title}}',
  move: 'PASAR A OTRA PARTIDA: conserva estado y reloj; la alergia se lee allí de nuevo',
  moveFrom: 'DE {{station}} · {{count}}',
  moveTo: 'A {{station}}',
  moveNone: 'Elige antes un plato',
};
