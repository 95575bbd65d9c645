/** El cambio de central: en la pantalla de la reserva y en la central sustituida. */
export const fenced = {
  title: 'ESTA YA NO ES LA CENTRAL',
  why: 'Desde las {{time}} sabe que otro equipo ha tomado el relevo, y no acepta nada. No se pierde nada suyo. Trabaja en la nueva central:',
  tail: 'Lo que la nueva central no sabía al empezar',
  tailWhy: 'Las comandas del TPV vuelven solas. Búscalas en la nueva central e introduce allí lo que falte.',
  tailUnknown: 'Mirando qué sabe la nueva central. Aparecerá aquí cuando se sepa.',
  tailEmpty: 'Nada: la nueva central lo sabe todo.',
  table: 'mesa {{table}}',
  station:
    'Para volver a usar este equipo, hazlo puesto de la nueva central: cierra Heard aquí, crea allí un token y arráncalo con --join. README.md lo explica.',
  did: {
    received: 'llegó aquí',
    changed: 'cambiada',
    voided: 'anulada',
    allergy: 'alergia',
    fired: 'marchada',
    held: 'en espera',
    moved: 'movida',
    refired: 'repetida',
    bumped: 'lista',
    recalled: 'recuperada',
    run: 'servida',
    rushed: 'urgente',
    handed: 'empaquetada o entregada',
  },
  house: {
    eightySix: 'Se cambió un agotado o una cuenta',
    table: 'Una mesa se ausentó o volvió',
    check: 'El TPV dijo algo de las cuentas',
    config: 'Se cambió la configuración',
  },
};

export const promote = {
  offer: 'HACER DE ESTA LA CENTRAL',
  offerWhy: 'Este equipo lo tiene todo hasta las {{time}}.',
  question: '¿Está apagada la central vieja? Desenchúfala.',
  questionWhy:
    'Con dos centrales todo se cocinaría dos veces. Este equipo sigue con todo hasta las {{time}}. Lo posterior está en la central vieja; el TPV vuelve a enviar sus comandas abiertas.',
  yes: 'ESTÁ APAGADA: HACER DE ESTA LA CENTRAL',
  no: 'NO, ESPERAR',
  working: 'Este equipo pasa a ser la central',
  workingWhy: 'Tarda unos segundos. Las pantallas abiertas y el TPV vienen solos.',
  done: 'ESTA ES AHORA LA CENTRAL',
  doneWhy:
    'Las pantallas que siguieron abiertas vienen solas. Una recargada la encuentra aquí; el código vale 10 minutos y para una pantalla.',
  close: 'A LA PIZARRA',
  failed: 'No ha funcionado',
  failedWhy: 'Inténtalo de nuevo o mira el registro de este equipo.',
  obstacle: {
    not_standby: 'Este equipo no está marcado como reserva.',
    nothing_copied: 'Este equipo aún no ha copiado nada de la central.',
    catching_up: 'Este equipo nunca ha tenido todo lo que tiene la central.',
    other_build: 'Este equipo usa otra versión de Heard que la central. Ponlo antes en la misma.',
    no_key: 'Falta aquí la clave de los nombres de los clientes, o en su lugar está la de otra casa.',
  },
};

/** En la configuración, en Pantallas. */
export const standbys = {
  title: 'Reserva',
  why: 'Un equipo que ejecuta Heard como puesto puede guardar todo lo que tiene la central. Si se pierde la central, un toque allí lo convierte en ella.',
  none: 'Ningún equipo se ha unido aún como puesto. README.md lo explica.',
  mark: 'DE RESERVA',
  unmark: 'SIN RESERVA',
  marked: 'Reserva desde que se guarde',
  state: {
    ready: 'Lo tiene todo',
    catching_up: 'Poniéndose al día',
    other_build: 'Otra versión: no puede relevar hasta que se actualice',
    away: 'Sin conexión',
  },
};
