import type { sheet as english } from './enSheets.ts';

/** Spanish: what lies beside the board for a while. */
export const sheet: Record<keyof Omit<typeof english, 'volumes' | 'languages'>, string> & {
  volumes: Record<keyof typeof english.volumes, string>;
  languages: Record<keyof typeof english.languages, string>;
} = {
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
  volume: 'SONIDO',
  volumes: { 0: 'NADA', 1: 'BAJO', 2: 'NORMAL', 3: 'ALTO' },
  language: 'IDIOMA',
  languages: { en: 'English', es: 'Español' },
  languageHouse: 'El de la casa: {{language}}',
};
