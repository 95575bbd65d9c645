import type { doorAlerts as alerts, doorRejections as rejections } from './enDoor.ts';

/** The same keys with other words. */
export const doorAlerts = {
  party_question: 'Mesa {{where}}: se ha marcado el ticket {{number}} y nadie estaba sentado. ¿De quién es?',
  party_without_table: 'Dicen que {{covers}} comensales están en {{where}}, que no está libre. Siéntalos.',
  party_seated_nowhere:
    'Dicen que {{covers}} comensales están sentados, pero no en qué mesa. Búscalos y siéntalos donde estén.',
  standing_allergy:
    '{{where}}: {{allergen}}, de otra visita y sin respuesta de nadie, así que cuenta. Pregúntales.',
  guests_lost:
    'Restaurado sin la llave de los clientes: faltan nombres, contactos y notas; las alergias están todas. Que se envíen otra vez las reservas.',
} satisfies Record<keyof typeof alerts, string>;

export const doorRejections = {
  table_taken: 'Ya hay alguien sentado ahí',
  table_blocked: 'Esa mesa está bloqueada',
  over_limit: 'Demasiados comensales para este cuarto de hora. Di por qué para sentarlos',
  server_cut: 'Ese camarero ya no coge mesas. Di por qué para sentarlos',
} satisfies Record<keyof typeof rejections, string>;
