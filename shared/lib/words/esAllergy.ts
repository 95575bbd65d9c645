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

export const allergy = {
  band: '{{allergen}} · {{seat}}',
  added: 'ALERGIA AÑADIDA',
  notHeard: '¿OÍDO?',
  heardBy: 'oído {{stations}}',
  calledBy: 'cantada por {{by}}, oída',
  notHere: 'aquí no',
  posSilent: 'El TPV ya no dice {{allergen}}',
  crossContact: 'sin contacto cruzado',
  diet: 'DIETA: {{words}}',
  severity: {
    anaphylaxis: 'ANAFILAXIA',
    allergy: 'ALERGIA',
    unknown: 'ALERGIA, gravedad sin decir',
    intolerance: 'INTOLERANCIA',
    diet: 'DIETA',
  },
  hear: 'OÍDO: {{allergies}}',
  heardNow: 'OÍDO',
  conflict: 'CONFLICTO: {{what}} ({{allergen}})',
  notListed: 'RECETA SIN LISTA ({{allergen}})',
  noneListed: 'sin conflicto en la lista ({{allergen}})',
  answer: {
    ask: 'Pregunta al pase: el plato espera respuesta',
    made_without: 'HECHO SIN ELLO',
    swapped: 'CAMBIADO',
    guest_accepts: 'EL CLIENTE ACEPTA',
    void: 'ANULAR',
  },
  answered: '{{answer}}, {{time}}',
  stop: 'ALTO: {{allergies}}',
  stopAsk: 'Que no salga. Decide el pase',
  carryOn: 'SEGUIR',
  refire: 'REPETIR',
};

export const allergen = {
  other: 'OTRO',
  gluten: 'GLUTEN',
  wheat: 'TRIGO',
  rye: 'CENTENO',
  barley: 'CEBADA',
  oats: 'AVENA',
  spelt: 'ESPELTA',
  crustacean: 'CRUSTÁCEOS',
  mollusc: 'MOLUSCOS',
  egg: 'HUEVO',
  fish: 'PESCADO',
  peanut: 'CACAHUETE',
  tree_nut: 'FRUTOS SECOS',
  almond: 'ALMENDRA',
  hazelnut: 'AVELLANA',
  walnut: 'NUEZ',
  cashew: 'ANACARDO',
  pecan: 'NUEZ PECANA',
  brazil_nut: 'NUEZ DE BRASIL',
  pistachio: 'PISTACHO',
  macadamia: 'MACADAMIA',
  soy: 'SOJA',
  milk: 'LECHE',
  celery: 'APIO',
  mustard: 'MOSTAZA',
  sesame: 'SÉSAMO',
  sulphite: 'SULFITOS',
  lupin: 'ALTRAMUZ',
};
