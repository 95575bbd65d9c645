import { plainWords } from './plainWords.ts';

/** The states of CONTRACT section 4 by what bookings systems call them, as `plainWords` leaves it. */
const STATES: readonly (readonly [state: string, words: string])[] = [
  [
    'requested',
    'requested, request, pending, unconfirmed, on request, solicitada, pendiente, demandee, en attente de confirmation',
  ],
  [
    'booked',
    'booked, reserved, scheduled, active, not confirmed, made, new, reservada, reservado, nueva, reservee',
  ],
  [
    'confirmed',
    'confirmed, reconfirmed, accepted, left message, confirmada, confirmado, aceptada, confirmee, acceptee',
  ],
  ['late', 'late, running late, tarde, con retraso, en retard'],
  [
    'partly_arrived',
    'partly arrived, partially arrived, arrived partial, parcialmente llegada, arrivee partielle',
  ],
  ['arrived', 'arrived, checked in, all arrived, in house, llegada, llegado, ha llegado, arrivee, arrive'],
  ['seated', 'seated, partially seated, sentada, sentado, en mesa, a table, installee'],
  ['finished', 'finished, done, completed, complete, departed, finalizada, terminada, cerrada, terminee'],
  [
    'cancelled',
    'cancelled, canceled, cancelled by guest, canceled by guest, cancelled by restaurant, rejected, declined, cancelada, cancelado, anulada, annulee, annule, refusee',
  ],
  [
    'no_show',
    'no show, noshow, did not show, no presentado, no presentada, no se presento, non presente, absent',
  ],
  ['waiting', 'waiting, waitlist, waitlisted, wait list, en espera, lista de espera, liste d attente'],
];
const STATE_OF = new Map(
  STATES.flatMap(([state, list]) => list.split(', ').map((words) => [words, state] as const)),
);

/** A word nobody knows is kept, as the contract keeps it from any sender. */
export function readState(cell: string): string {
  const words = plainWords(cell);
  return STATE_OF.get(words) ?? (words === '' ? 'booked' : cell.trim());
}

const YES = new Set('yes,y,true,1,x,si,s,oui,o,vrai,verdadero,vip'.split(','));
const NO = new Set(',no,n,false,0,non,faux,falso'.split(','));

/** null: neither yes nor no. */
export function readYesNo(cell: string): boolean | null {
  const words = plainWords(cell);
  if (YES.has(words)) return true;
  return NO.has(words) ? false : null;
}
