import type { hostEn } from './en.ts';
import { bookEs } from './esBook.ts';
import { floorEs } from './esFloor.ts';
import { doingEs, hostTableEs, pickEs, seatEs, serversEs, undoEs } from './esSeat.ts';
import { conflictsEs, guestsEs } from './guestsEs.ts';

/** Spanish: the door. */
export const hostEs: typeof hostEn = {
  name: 'Sala',
  views: 'La noche como',
  view: {
    floor: 'Plano',
    list: 'Lista',
    timeline: 'Horario',
    waitlist: 'Espera',
    waitlistOf: 'Espera {{count}}',
  },
  covers_one: '{{count}} comensal en la casa',
  covers_other: '{{count}} comensales en la casa',
  lostDo: 'Sigue sentando: lo que pulses se guarda y se envía después. Lo que necesita toda la sala espera.',
  walkIn: 'Sin reserva',
  group: {
    atTheDoor: 'EN LA PUERTA',
    late: 'TARDE',
    soon: 'EN 30 MIN',
    waitlist: 'LISTA DE ESPERA',
    later: 'MÁS TARDE',
    seated: 'SENTADOS',
    over: 'TERMINADO',
  },
  state: {
    requested: 'solicitada',
    booked: 'reservada',
    confirmed: 'confirmada',
    late: 'tarde',
    partly_arrived: 'ha llegado una parte',
    arrived: 'ha llegado',
    notified: 'avisados',
    seated: 'sentados',
    left: 'se han ido',
    finished: 'terminado',
    cancelled: 'anulada',
    no_show: 'no ha venido',
    waiting: 'en espera',
  },
  ...bookEs,
  past: {
    asking: 'Pidiendo ese día al hub',
    away: 'Los días pasados están en el hub, y no contesta',
    awayWhy: 'Aparecen solos cuando vuelva.',
    none: 'Nadie vino este día',
    noneWhy:
      'Los días pasados se quedan en el archivo del hub; de tan atrás no hay ninguno, o nadie había reservado.',
  },
  seat: seatEs,
  pick: pickEs,
  table: hostTableEs,
  author: { device: 'este equipo', house: 'por sí solo' },
  undo: undoEs,
  doing: doingEs,
  servers: serversEs,
  guests: guestsEs,
  conflicts: conflictsEs,
  floor: floorEs,
};
