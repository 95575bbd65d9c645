import type { block as englishBlock } from './enBlock.ts';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Pases de varias mesas a la vez: un banquete por grupos de mesas. */
export const block: Same<typeof englishBlock> = {
  title: 'A LA VEZ · {{count}} mesas',
  why: 'Elige las mesas; MARCHAR marcha el pase en cada una donde espera',
  party: 'MESAS DE ESTE GRUPO',
  others: 'OTRAS MESAS',
  fire: 'MARCHAR {{course}} en {{count}} mesas',
  hold: 'ESPERAR {{course}} en {{count}} mesas',
  open: 'MARCHAR CON OTRAS MESAS',
  openChosen: 'EL BLOQUE DE {{count}} MESAS',
  openParty: 'LAS {{count}} MESAS DEL GRUPO',
};
