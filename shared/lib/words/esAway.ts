import type { away as englishAway, down as englishDown } from './enAway.ts';

/** The same keys with other words. */
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Spanish: what was missed while this screen could not be seen. */
export const away: Same<typeof englishAway> = {
  title: 'MIENTRAS NO ESTABAS',
  when: 'De {{from}} a {{to}}. La pantalla ya está al día; cada línea abre su comanda',
  line_one: 'MIENTRAS NO ESTABAS: {{count}} cosa',
  line_other: 'MIENTRAS NO ESTABAS: {{count}} cosas',
  show: 'VER',
  dish: '{{quantity}} {{dish}}',
  kind: {
    allergy: 'ALERGIA AÑADIDA',
    void: 'ANULADO',
    changed: 'CAMBIADO',
    recalled: 'RECUPERADO',
    eightySix: '86',
    rush: 'URGENTE',
    fired: 'MARCHADO',
    new: 'NUEVO',
    added: 'AÑADIDO',
    unfired: 'EN ESPERA OTRA VEZ',
    moved: 'SE FUE A OTRO SITIO',
    bumped: 'SACADO EN OTRA PANTALLA',
    ready: 'LISTO',
    run: 'SERVIDO',
    restored: '86 TERMINADO',
  },
};

/** Spanish: stations that no screen answers for. */
export const down: Same<typeof englishDown> = {
  mark: '{{station}} CAÍDA: su comanda',
  here: '{{station}} está caída: sus comandas salen aquí, marcadas.',
  at: '{{station}} está caída: {{at}} muestra sus comandas.',
  nowhere: '{{station}} está caída y ninguna estación muestra sus comandas. Cántalas.',
  part: '(caída)',
  partAt: '(caída, en {{at}})',
  hear: 'OÍDO solo como {{station}}: TOMARLA',
};
