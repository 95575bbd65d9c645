import type { handoff as english } from './enHandoff.ts';

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Español: los pedidos que salen de la casa. */
export const handoff: Same<typeof english> = {
  title: 'ENTREGA: otro toque lo deshace',
  packed: 'EMPACADO',
  courier_here: 'REPARTIDOR AQUÍ',
  guest_here: 'CLIENTE AQUÍ',
  handed_over: 'ENTREGADO',
  returned: 'NO RECOGIDO',
  undo: '{{step}} {{time}}',
  list: 'ENTREGAS',
  listCount: 'ENTREGAS {{count}}',
  none: 'Ningún pedido que entregar',
  noneWhy: 'Aquí están los pedidos para llevar y a domicilio hasta que los tiene el cliente o el repartidor.',
  stage: {
    here: 'EN LA PUERTA',
    ready: 'LISTO',
    packed: 'EMPACADO',
    cooking: 'EN COCINA',
    returned: 'NO RECOGIDO',
    handed_over: 'ENTREGADO',
  },
  readyFor: 'listo {{time}}',
  stillCooking: '{{ready}} de {{all}} listos',
  bag: 'BOLSA {{bag}}',
  bagOf: 'BOLSA {{bag}} de {{bags}}',
  oneMore: '+ BOLSA',
  into: 'a la bolsa {{bag}}: {{dish}}',
  outOf: 'fuera de la bolsa {{bag}}: {{dish}}',
  packAll: 'EMPACAR TODO · {{count}}',
  apart: 'ALERGIA: un toque es revisado y empacado',
  more: '+{{count}} más',
  fewer: 'menos',
  undoOf: 'DESHACER {{title}}',
};
