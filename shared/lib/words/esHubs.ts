/** El cambio de central: en la pantalla de la reserva y en la central sustituida. */
export const fenced = {
  title: 'ESTA YA NO ES LA CENTRAL',
  why: 'Desde las {{time}} sabe que otro equipo ha tomado el relevo, y no acepta nada. No se pierde nada suyo. Trabaja en la nueva central:',
  tail: 'Lo que la nueva central no sabía al empezar',
  tailWhy: 'Las comandas del TPV vuelven solas. Búscalas en la nueva central e introduce allí lo que falte.',
  tailUnknown: 'Mirando qué sabe la nueva central. Aparecerá aquí cuando se sepa.',
  tailEmpty: 'Nada: la nueva central lo sabe todo.',
  table: 'mesa {{table}}',
  code: 'La dirección de la nueva central como código QR',
  join: 'Volver a usar este equipo',
  joinWhy:
    'Puede ser un puesto de la nueva central. Lo que tenía como central se guarda aquí, y la lista de arriba sigue en su pantalla hasta que alguien diga que está introducida.',
  joinElsewhere:
    'En el propio equipo, esta página tiene un botón que lo convierte en puesto de la nueva central.',
  joinOffer: 'HACER DE ESTE UN PUESTO',
  joinQuestion: '¿Hacer de este equipo un puesto de la nueva central?',
  joinWhich: '¿Qué puesto es?',
  joinYes: 'SÍ, QUE SEA UN PUESTO',
  joinNo: 'NO, DEJARLO',
  joinWorking: 'Preguntando a la nueva central. La pizarra viene sola.',
  joinAway: 'La nueva central no contesta. Mira que esté encendida y en esta red, y vuelve a pulsar.',
  joinRefused:
    'La nueva central no conoce este equipo: tiene otra clave. Crea allí un token y arranca este equipo con --join.',
  joinFailed: 'No ha funcionado. Vuelve a pulsar o mira el registro de este equipo.',
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

/** En un puesto que fue la central: lo que solo él sabía. */
export const formerHub = {
  line_one: '{{count}} COSA DE LA CENTRAL VIEJA POR INTRODUCIR',
  line_other: '{{count}} COSAS DE LA CENTRAL VIEJA POR INTRODUCIR',
  title: 'Lo que este equipo sabía como central',
  why: 'Fue la central hasta las {{time}}. La nueva central no sabía esto al empezar.',
  nothing: 'No queda nada por introducir.',
  unreadable: 'Aquí no se puede leer. Los datos se guardan en {{folder}}.',
  back: 'A LA PIZARRA',
  done: 'YA ESTÁ TODO INTRODUCIDO',
  doneQuestion: '¿Está todo en la nueva central? La lista desaparece de esta pantalla para siempre.',
  doneYes: 'SÍ, ESTÁ INTRODUCIDO',
  doneNo: 'NO, TODAVÍA NO',
  doneWorking: 'Un momento',
  doneFailed: 'No se ha podido anotar. Vuelve a pulsar o mira el registro de este equipo.',
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
