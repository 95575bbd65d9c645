import type {
  callBack as englishCallBack,
  eightySix as englishEightySix,
  later as englishLater,
  notDone as englishNotDone,
  sheet as englishSheet,
  table as englishTable,
} from './enSheets.ts';

/** The same keys with other words. */
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Spanish: what lies beside the board for a while. */
export const sheet: Same<typeof englishSheet> = {
  close: 'CERRAR',
  back: 'ATRÁS',
  find: 'Buscar',
  findAll: 'TODO',
  recall: 'LO YA SACADO',
  recallWhy:
    'Sacado en los últimos {{count}} min. VOLVER lo trae de vuelta adonde estaba, con su reloj en marcha',
  recallNone: 'Nada ha salido de esta pantalla en ese tiempo.',
  bumpedAt: 'sacado {{time}}',
  ranAt: 'servido {{time}}',
  openedAt: 'abierta {{time}}',
  ago: 'hace {{count}} min',
  review: 'MIRAR',
  reviewOf: 'MIRAR {{title}}',
  dishInOrder: 'Por cocinar aquí, mesas por orden de marcha',
  dishHeld: '+{{count}} en espera. Mesas por orden de marcha',
  dishPlain: 'sin más',
  dishNone: 'Ahora no hay ninguno marchado aquí.',
  markReady: '¿LISTO?',
  screen: 'ESTA PANTALLA',
  screenWhy: 'Solo cambia esta pantalla, no la casa',
  station: 'PARTIDA: un toque la asume',
  ownPrinter: 'IMPRESORA DE ESTE EQUIPO: {{printer}}',
  ownPrinterSilent: 'El servicio de este equipo no respondió.',
  volume: 'SONIDO',
  volumes: { 0: 'NADA', 1: 'BAJO', 2: 'NORMAL', 3: 'ALTO' },
  language: 'IDIOMA',
  languageHouse: 'El de la casa: {{language}}',
  languageSample: 'Así se lee',
};

export const eightySix: Same<typeof englishEightySix> = {
  button: '86',
  buttonOff: '86 · {{count}}',
  title: '86: AGOTADO',
  why: 'Toca un plato para quitarlo, contarlo o traerlo de vuelta',
  none: 'Aún no se conoce ningún plato aquí. Llegan con la carta y con las comandas.',
  of: '86 {{dish}}',
  mark: '86: NO QUEDA',
  since: '86 desde {{time}}',
  left: 'quedan {{count}}',
  leftOf: '{{dish}}: quedan {{count}}',
  fallout: '86 {{dish}}: en {{tables}}',
  falloutNone: '86 {{dish}}: en ninguna comanda abierta',
  falloutWhy:
    'Sus líneas llevan la marca 86 si nadie las ha empezado; el pase y el TPV reciben un aviso por mesa.',
  today: '86 HOY',
  untilRestored: '86 HASTA QUE VUELVA',
  restore: 'VUELVE A HABER',
  by: {
    kitchen: 'Lo quitó la cocina',
    pos: 'Lo quitó el TPV, que debe devolverlo',
    count: 'Contado hasta cero',
    nobody: 'Hay',
  },
  count: 'CUÁNTOS QUEDAN: baja con cada pedido, 0 es 86',
  notCounted: 'sin contar',
  noCount: 'NO CONTAR MÁS',
};

export const later: Same<typeof englishLater> = {
  title: 'LUEGO {{count}}',
  why: 'Pedidos que llegan a la pantalla a su hora. Nada de ellos está marchado',
  none: 'No espera ningún pedido.',
};

export const table: Same<typeof englishTable> = {
  title: 'MESA',
  of: 'MESA {{title}}',
  open: 'Abrir {{title}}',
  rushWhy: 'URGENTE: pasa una vez al frente en todas partes, con sonido',
  rushOff: 'YA NO ES URGENTE',
  awayWhy: 'FUERA: los clientes dejaron la mesa. Lo que nadie ha empezado espera',
  away: 'FUERA',
  awayFor: { speeches: 'discursos', outside: 'en la calle', late_guests: 'faltan clientes' },
  awayMinutes: 'FUERA {{count}} min',
  awayUntil: 'hasta las {{time}}',
  back: 'HAN VUELTO',
  oneByOne: 'MARCHAR o ESPERAR un asiento o un plato solo; el resto de su pase sigue como está',
  fireSeat: 'MARCHAR {{seat}} · {{count}}',
  holdSeat: 'ESPERAR {{seat}} · {{count}}',
  fireDish: 'MARCHAR {{dish}}',
  holdDish: 'ESPERAR {{dish}}',
  refireWhy: 'REPETIR: se hace otra vez, con reloj nuevo',
};

/** Una alergia cantada a una partida que no tiene pantalla donde oírla. */
export const callBack: Same<typeof englishCallBack> = {
  why: 'Ninguna pantalla la muestra allí: cántala y espera la respuesta',
  press: '{{station}} · {{allergies}}: CANTADA Y OÍDA',
  said: 'CANTADA Y OÍDA',
};

export const notDone: Same<typeof englishNotDone> = {
  one: '{{count}} toque NO HECHO',
  many: '{{count}} toques NO HECHOS',
  show: 'VER',
  title: 'NO HECHO',
  why: 'Se tocó aquí y la central no lo hizo. Mira la pantalla y haz lo que falte',
  row: '{{what}} {{time}}',
  read: 'TODO LEÍDO',
  none: 'No queda nada sin hacer.',
  press: {
    ticket_bump: 'SACAR',
    item_bump: 'SACAR',
    item_start: 'EMPEZAR',
    item_recall: 'RECUPERAR',
    ticket_hear: 'OÍDO',
    allergy_hear: 'ALERGIA OÍDA',
    changes_see: 'VISTO',
    alert_see: 'VISTO',
    course_run: 'SERVIR',
    run_undo: 'DESHACER SERVIR',
    other: 'TOQUE',
  },
};
