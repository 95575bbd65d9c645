import type { ChitContent, ChitDish } from '../../../shared/chits/content.ts';
import { AllergyKey } from '../../../shared/lib/ids.ts';

const MINUTE_MS = 60_000;

const plain: Omit<ChitDish, 'quantity' | 'name' | 'seats'> = {
  delta: null,
  ready: 0,
  isShared: false,
  modifiers: [],
  notes: null,
  addedAt: null,
  left: null,
  wasAt: null,
  voided: null,
  was: [],
  refire: null,
  isOnTheFly: false,
  is86: false,
  alsoAt: [],
  from: null,
  standsInFor: null,
  isNoStation: false,
  unknownStations: [],
  allergies: [],
  possible: [],
  stops: [],
};

/** A chit with what chits are for: an allergy first, modifiers, a name too long for its line. `say`: words in the printer's language. */
export function sampleChit(stationName: string, now: number, say: (key: string) => string): ChitContent {
  const firedAt = now - MINUTE_MS;
  const option = (kind: string | null, name: string) => ({ kind, name, quantity: 1, modifiers: [] });
  return {
    kind: 'ticket',
    number: 58,
    reason: { kind: 'station_down', since: firedAt, by: null },
    queuedAt: now,
    row: { n: 1, m: 1 },
    reprint: null,
    alsoAt: null,
    stationName,
    goneCount: 0,
    tickets: [
      {
        title: '12',
        number: '1042',
        hasTable: true,
        server: say('server'),
        covers: 4,
        channel: 'dine_in',
        customer: null,
        promisedAt: null,
        pickup: null,
        cutlery: null,
        isRush: false,
        isVip: false,
        occasion: null,
        notes: null,
        awaySince: null,
        firedAt,
        since: null,
        perhapsOn: [],
        headWas: [],
        allergies: [
          {
            key: AllergyKey.parse('sesame:2'),
            allergen: 'sesame',
            severity: 'anaphylaxis',
            crossContact: false,
            words: say('words'),
            seat: 2,
            weight: 'filled',
            isOwed: true,
            isAdded: false,
            isSaidByPos: true,
            heardAt: null,
          },
        ],
        possible: [],
        strip: [],
        courses: [
          {
            number: 2,
            name: say('course'),
            firedAt,
            dishes: [
              {
                ...plain,
                quantity: 2,
                name: say('meat'),
                seats: [1, 3],
                modifiers: [option('option', say('done')), option('no', say('without'))],
              },
              { ...plain, quantity: 1, name: say('fish'), seats: [2], notes: say('note') },
            ],
          },
        ],
      },
    ],
  };
}
