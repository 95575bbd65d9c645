import { bookEn } from './enBook.ts';
import { floorEn } from './enFloor.ts';
import { doingEn, hostTableEn, pickEn, seatEn, serversEn, undoEn } from './enSeat.ts';
import { conflictsEn, guestsEn } from './guestsEn.ts';

/** English: the door. */
export const hostEn = {
  name: 'Host',
  views: 'The evening as',
  view: {
    floor: 'Floor',
    list: 'List',
    timeline: 'Timeline',
    waitlist: 'Waitlist',
    waitlistOf: 'Waitlist {{count}}',
  },
  covers_one: '{{count}} cover in the house',
  covers_other: '{{count}} covers in the house',
  lostDo: 'Go on seating: what you press is kept and sent later. What needs the whole floor waits.',
  walkIn: 'Walk-in',
  group: {
    atTheDoor: 'AT THE DOOR',
    late: 'LATE',
    soon: 'DUE IN 30 MIN',
    waitlist: 'WAITLIST',
    later: 'LATER',
    seated: 'SEATED',
    over: 'OVER',
  },
  state: {
    requested: 'requested',
    booked: 'booked',
    confirmed: 'confirmed',
    late: 'late',
    partly_arrived: 'partly arrived',
    arrived: 'arrived',
    notified: 'notified',
    seated: 'seated',
    left: 'left',
    finished: 'finished',
    cancelled: 'called off',
    no_show: 'did not come',
    waiting: 'waiting',
  },
  ...bookEn,
  past: {
    asking: 'Asking the hub for that day',
    away: 'Days that are over are at the hub, and it does not answer',
    awayWhy: 'They come by themselves when it is back.',
    none: 'Nobody came on this day',
    noneWhy: 'Days that are over stay in the hub’s file; so far back there are none, or nobody was booked.',
  },
  seat: seatEn,
  pick: pickEn,
  table: hostTableEn,
  author: { device: 'this device', house: 'by itself' },
  undo: undoEn,
  doing: doingEn,
  servers: serversEn,
  guests: guestsEn,
  conflicts: conflictsEn,
  floor: floorEn,
};
