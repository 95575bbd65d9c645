import type { NotDone } from '../../../../renderer/app/screenPort.ts';
import { PersonFields } from '../../../../shared/domain/model/put.ts';
import { CommandId } from '../../../../shared/lib/ids.ts';
import { type DoorHouse, WITH_FLOOR } from '../../../support/doorHouse.ts';
import { EVENING, MINUTE } from '../../../support/house.ts';
import type { Answers, HouseScene } from '../scenes.ts';
import { evening } from './host.ts';

/** Apart from each other, as on a plan. */
const floor = {
  ...WITH_FLOOR.floor,
  tables: WITH_FLOOR.floor.tables.map((table, at) => ({
    ...table,
    x: 40 + (at % 3) * 200,
    y: 40 + Math.floor(at / 3) * 200,
  })),
};
const DAY = 24 * 60 * MINUTE;
const SESAME = {
  allergen: 'sesame',
  severity: 'anaphylaxis',
  crossContact: true,
  words: 'lips swell',
  saidAt: EVENING - 40 * DAY,
};

/** Nadia Haddad has been here four times; her egg has not been put on this booking. */
function regulars(house: DoorHouse): void {
  evening(house);
  const { person } = house.party('haddad');
  if (person === null) throw new Error('nobody is known of the booking');
  const known = PersonFields.parse(house.people.get(person.personId));
  const egg = { ...SESAME, allergen: 'egg', severity: 'allergy', words: null };
  house.people.set(person.personId, {
    ...known,
    phone: '+34 611 222 333',
    email: 'nadia@example.org',
    regular: {
      guest: 'guest-nadia-haddad',
      visits: 4,
      lastAt: EVENING - 40 * DAY,
      noShows: 1,
      allergies: [SESAME, egg],
    },
  });
}

const visit = (daysAgo: number, spendCents: number | null, outcome = 'came') => ({
  at: EVENING - daysAgo * DAY,
  covers: 2,
  outcome,
  spendCents,
  compsCents: spendCents === null ? null : 900,
  currency: 'EUR',
});

const answers: Answers = {
  '/api/guests/card': {
    body: {
      card: {
        id: 'guest-nadia-haddad',
        name: 'Nadia Haddad',
        phone: '+34 611 222 333',
        email: 'nadia@example.org',
        notes: 'Haddad: 12, 14',
        consentAt: EVENING - 400 * DAY,
        allergies: [SESAME],
        visits: [visit(40, 8_450), visit(95, null, 'no_show'), visit(160, 12_300), visit(400, 6_600)],
      },
    },
  },
  '/api/guests/search': {
    body: {
      guests: [
        {
          id: 'guest-nadia-haddad',
          name: 'Nadia Haddad',
          phoneEnd: '333',
          visits: 3,
          lastAt: EVENING - 40 * DAY,
        },
        { id: 'guest-samir-haddad', name: 'Samir Haddad-Oyelaran', phoneEnd: null, visits: 0, lastAt: null },
      ],
      more: 0,
    },
  },
};

function refused(house: DoorHouse): NotDone[] {
  const seating = { covers: null, server: null, seats: [], reason: null, seen: 1 };
  const about = { ticket: null, title: null, at: house.now - 3 * MINUTE };
  const { id: haddad } = house.party('haddad');
  const { id: brandt } = house.party('late');
  return [
    {
      ...about,
      id: CommandId.parse('press-seat-1'),
      command: { type: 'party.seat', party: haddad, tables: ['10'], ...seating },
      code: 'table_taken',
    },
    {
      ...about,
      id: CommandId.parse('press-arrive-1'),
      command: { type: 'party.arrive', party: brandt, arrived: null, seen: 1 },
      code: 'too_late',
    },
  ];
}

const at = (name: string, steps: readonly string[]): HouseScene => ({
  name,
  screen: '/host',
  config: { floor },
  make: regulars,
  steps,
  answers,
});

const FOUND = ['[data-testid=guests]', '[data-testid=key-guest-search]', 'key:h', 'key:a'];

export const hostGuestScenes: readonly HouseScene[] = [
  at('host-guest-known', ['[data-testid=party]:has-text("Nadia Haddad") [data-testid=party-head]']),
  at('host-guests', [...FOUND, '[data-testid=guest-find]']),
  at('host-guest', [
    ...FOUND,
    '[data-testid=guest-find]',
    '[data-testid=found-guest] [data-testid=guest-card]',
  ]),
  {
    name: 'host-not-done',
    screen: '/host',
    config: { floor },
    make: evening,
    notDone: refused,
    steps: ['[data-testid=conflicts]'],
  },
];
