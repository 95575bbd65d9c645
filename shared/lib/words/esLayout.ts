/** Spanish: the build card of a dish. */
export const card = {
  title: 'FICHA DEL PLATO',
  none: 'Ahora la carta no tiene ficha de este plato.',
  pictureOf: 'Cómo queda {{dish}}',
  broken: 'Su foto no se puede mostrar.',
  elsewhere:
    'Su foto está en otro equipo ({{host}}). Las pantallas solo preguntan a su hub: envíala con la carta.',
};

/** Spanish: how a board lays tickets out. */
export const layout = {
  andLater: '{{course}} y siguientes',
};

/** Spanish: all-day beside the tickets it is counted from. */
export const allDay = {
  allergy_one: '{{count}} para una alergia',
  allergy_other: '{{count}} para alergias',
  tickets: 'comandas: {{count}}',
};
