import type { Board, TileView } from '../../shared/domain/selectors/boardView.ts';
import { ItemId } from '../../shared/lib/ids.ts';
import {
  aBand,
  aBoard,
  aCourse,
  aLine,
  aLineAllergy,
  aTile,
  bumpPlace,
  FIXTURE_NOW,
  mod,
  station,
} from './boardFixtures.ts';

const MINUTE = 60_000;
const ago = (minutes: number) => FIXTURE_NOW - minutes * MINUTE;
const soon = (minutes: number) => FIXTURE_NOW + minutes * MINUTE;

/** The worst evening of a station: everything that PRODUCT.md says a tile may carry, in 12 tickets. */
export function uglyTiles(): TileView[] {
  const sesame = aBand(2, 'sesame', {
    isOwed: true,
    words: 'she swells up within minutes',
    crossContact: true,
  });
  const nut = aBand(5, 'tree_nut', {
    severity: 'anaphylaxis',
    heard: [{ station: station('grill'), at: ago(4), calledBy: null }],
  });
  const milk = aBand(1, 'milk', { severity: 'intolerance', weight: 'outlined', isOwed: true });
  const vegan = aBand(3, 'vegan', { severity: 'diet', weight: 'plain' });
  const elsewhere = aBand(4, 'crustacean', { weight: 'thin' });
  const late = aBand(null, 'peanut', { isLate: true, isOwed: true, isSaidByPos: false });

  const bass = aLine(1, 'Sea bass', {
    seats: [2],
    modifiers: [mod('sub', 'lemon oil'), mod('no', 'capers')],
    allergies: [
      aLineAllergy(sesame, {
        needsAnswer: true,
        recipe: {
          kind: 'conflict',
          conflict: {
            allergy: sesame.key,
            what: 'tahini',
            allergen: 'sesame',
            at: ago(3),
            raisedSeq: 0,
            answer: null,
          },
        },
      }),
    ],
    isBlocked: true,
  });
  const lamb = aLine(1, 'Lamb rack', { seats: [1], state: 'ready', modifiers: [mod('option', 'pink')] });
  const voided = aLine(1, 'Ribeye 300 g', {
    seats: [2],
    state: 'void',
    stage: 'cooking',
    voidReason: 'guest changed her mind',
    isUnseen: true,
  });
  const answered = aLine(1, 'Sea bass', {
    seats: [5],
    state: 'ready',
    allergies: [aLineAllergy(nut)],
  });
  const changed = aLine(2, 'Half chicken', {
    seats: [1, 3],
    modifiers: [mod('extra', 'jus'), mod('no', 'skin')],
    was: { modifiers: [mod('light', 'jus')], notes: 'well done please' },
    changedAt: ago(1),
    isUnseen: true,
  });
  const stopped = aLine(1, 'Satay skewers', {
    seats: [4],
    state: 'started',
    allergies: [aLineAllergy(late, { recipe: { kind: 'not_listed' } })],
    stops: [late.key],
    isBlocked: true,
  });
  const shared: [string, string] = ['pos-s1', 'pos-s4'];
  const ribeye = {
    ...aLine(2, 'Ribeye 300 g', {
      names: { es: 'Chuletón 300 g' },
      seats: [1, 4],
      modifiers: [mod('option', 'medium rare'), mod('no', 'butter')],
      alsoAt: [station('fry')],
    }),
    portions: shared.map((externalId, index) => ({
      item: ItemId.parse(`shared${index}`),
      externalId,
      batch: 1,
      quantity: 1,
      ready: 0,
      run: 0,
    })),
  };

  return [
    aTile({
      title: '12',
      firedMinutesAgo: 11.7,
      head: { priority: 'rush' },
      courses: [
        aCourse(1, 'Starters', 'run', ago(22)),
        aCourse(2, 'Mains', 'fired', ago(11.7), true),
        aCourse(3, 'Dessert', 'held', null),
      ],
      bands: [sesame, elsewhere],
      lines: [ribeye, bass],
    }),
    aTile({
      title: '7',
      firedMinutesAgo: 8.3,
      head: { server: 'Joel', covers: 2 },
      courses: [aCourse(2, 'Mains', 'fired', ago(8.3), true), aCourse(3, 'Dessert', 'held', soon(19))],
      lines: [lamb, changed, voided],
    }),
    aTile({
      title: 'T-41',
      firedMinutesAgo: 6.1,
      head: {
        table: null,
        number: 'T-41',
        channel: 'takeout',
        server: null,
        covers: null,
        promisedAt: soon(3.2),
        pickup: { kind: 'courier', code: '8831', arrivedAt: null },
        cutlery: false,
      },
      lines: [
        aLine(4, 'Smash burger', {
          ready: 1,
          modifiers: [mod('no', 'onion'), mod('add', 'bacon', [], 2), mod('sub', 'gluten-free bun')],
          notes: 'cut one in half for the kids please, she will not eat it whole',
        }),
        aLine(1, 'Sweet potato fries', { isNoStation: true, unknownStations: ['fryer-2'] }),
      ],
    }),
    aTile(
      {
        title: '3',
        firedMinutesAgo: 5.3,
        head: { vip: true, occasion: 'Birthday', covers: 6 },
        courses: [
          aCourse(1, 'Starters', 'run', ago(25)),
          aCourse(2, 'Mains', 'ready', ago(1), true),
          aCourse(3, 'Cake', 'held', soon(59)),
        ],
        bands: [nut],
        lines: [
          aLine(4, 'Ribeye 300 g', { names: { es: 'Chuletón 300 g' }, seats: [1, 2, 3, 4], state: 'ready' }),
          answered,
        ],
      },
      { isReady: true },
    ),
    aTile({
      title: '15',
      firedMinutesAgo: 2.8,
      head: { server: 'Ana' },
      bands: [milk, vegan],
      courses: [aCourse(2, 'Mains', 'fired', ago(2.8), true), aCourse(3, 'Dessert', 'held', null)],
      lines: [
        aLine(2, 'Sea bass', {
          seats: [1, 2],
          allergies: [aLineAllergy(milk, { recipe: { kind: 'not_listed' } })],
        }),
        aLine(1, 'Ribeye 300 g', { seats: [3], modifiers: [mod('option', 'blue')] }),
        aLine(1, 'Charred leeks', {
          seats: [0],
          isShared: true,
          addedAt: ago(0.5),
          modifiers: [mod('light', 'salt')],
        }),
      ],
    }),
    aTile(
      {
        title: '9',
        firedMinutesAgo: 1.2,
        head: { server: 'Joel', covers: 2 },
        courses: [aCourse(1, 'Starters', 'fired', ago(1.2), true), aCourse(2, 'Mains', 'held', soon(20))],
        lines: [
          aLine(2, 'Grilled octopus', { seats: [1, 2], course: 1, modifiers: [mod('no', 'paprika')] }),
          aLine(1, 'Lamb rack', {
            seats: [1],
            state: 'held',
            notes: 'pink, please ask the guest before slicing',
          }),
        ],
      },
      { isHeard: false, headWas: { server: 'Mara', covers: 4 }, headChangedAt: FIXTURE_NOW - 5000 },
    ),
    aTile(
      {
        title: 'B2',
        firedMinutesAgo: 0.5,
        head: {
          channel: 'bar',
          server: 'Leo',
          covers: null,
          notes: 'Second round on the house, all at the same time',
        },
        lines: [
          aLine(1, 'Pizza, half and half', {
            modifiers: [
              mod('option', 'first half: diavola', [
                mod('no', 'chilli'),
                mod('extra', 'mozzarella', [mod('sub', 'buffalo')]),
              ]),
              mod('option', 'second half: margherita', [mod('add', 'anchovy'), mod('side', 'basil oil')]),
            ],
          }),
          aLine(1, 'Ribeye 300 g', {
            onTheFly: true,
            refire: { reason: 'wrong_temp', at: ago(0.4), firedAt: ago(14) },
            modifiers: [mod('option', 'medium')],
          }),
        ],
      },
      {
        isHeard: false,
        questions: [
          {
            id: 'q1',
            at: ago(0.1),
            name: 'Pizza, half and half',
            quantity: 1,
            fromTable: '14',
            fromNumber: '2088',
            isMatch: false,
          },
        ],
      },
    ),
    aTile({
      title: '5',
      firedMinutesAgo: 4.6,
      head: { server: 'Ana', covers: 3 },
      bands: [late],
      lines: [stopped, aLine(3, 'Half chicken', { seats: [1, 2, 3] })],
    }),
    aTile({
      title: 'Terrace 108',
      firedMinutesAgo: 10,
      head: { server: 'Maximiliano', covers: 14 },
      courses: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
        aCourse(
          number,
          `Course ${number}`,
          number < 4 ? 'run' : number === 4 ? 'fired' : 'held',
          number < 4 ? ago(70 - number * 15) : null,
          number === 4,
        ),
      ),
      bands: [aBand(11, 'gluten', { heard: [{ station: station('grill'), at: ago(8), calledBy: 'Pass' }] })],
      lines: [
        aLine(14, 'Slow-roasted Iberian pork shoulder with smoked aubergine', { seats: [] }),
        aLine(1, 'Charcoal-grilled hispi cabbage', {
          seats: [11],
          notes:
            'Guest in seat 11 is coeliac and very worried. Please use the clean board and the clean tongs, no shared fryer oil, no flour dusting on the plate, and send it with its own server so that it does not touch the bread basket on the way. If in doubt call Maximiliano before it leaves the pass, he has promised her that somebody will come out and tell her how it was made.',
          modifiers: [mod('no', 'breadcrumbs'), mod('no', 'soy glaze'), mod('add', 'tamari')],
        }),
        aLine(6, 'Ribeye 300 g', { seats: [1, 2, 3, 4, 5, 6], modifiers: [mod('option', 'rare')] }),
        aLine(3, 'Ribeye 300 g', { seats: [7, 8, 9], modifiers: [mod('option', 'well done')] }),
      ],
    }),
    aTile({
      title: '22',
      firedMinutesAgo: 3.1,
      bands: [
        aBand(1, 'egg', { words: 'even traces' }),
        aBand(2, 'fish', { severity: 'anaphylaxis', isOwed: true }),
        aBand(3, 'mustard', { severity: 'unknown', isOwed: true }),
      ],
      lines: [
        aLine(1, 'Half chicken', { seats: [1] }),
        aLine(2, 'Sea bass', { seats: [2, 3], isBlocked: true }),
      ],
    }),
    aTile(
      { title: '1', firedMinutesAgo: 0.2, lines: [aLine(1, 'Skewers', { seats: [1] })] },
      { isHeard: false },
    ),
    aTile(
      {
        title: '18',
        firedMinutesAgo: null,
        head: { covers: 8 },
        courses: [aCourse(1, 'Starters', 'fired', ago(6)), aCourse(2, 'Mains', 'held', soon(8), true)],
        lines: [aLine(5, 'Ribeye 300 g', { state: 'held' }), aLine(3, 'Sea bass', { state: 'held' })],
      },
      { place: { kind: 'none' }, comingUpAt: soon(8), isReady: false },
    ),
  ];
}

const DISHES = [
  'Ribeye 300 g',
  'Sea bass',
  'Half chicken',
  'Lamb rack',
  'Smash burger',
  'Grilled octopus',
  'Hispi cabbage',
];

/** Ordinary tickets behind the ugly ones. */
export function manyTiles(count: number): TileView[] {
  const ugly = uglyTiles();
  const rest = Array.from({ length: Math.max(0, count - ugly.length) }, (_, index) => {
    const lines = Array.from({ length: 1 + (index % 4) }, (_line, at) =>
      aLine(1 + (at % 3), DISHES[(index + at) % DISHES.length] ?? 'Sea bass', {
        seats: [at + 1],
        modifiers: at % 2 === 0 ? [mod('no', 'butter')] : [],
        ...(index % 9 === 8 && at === 0 ? { state: 'void', stage: 'not_started', isUnseen: true } : {}),
      }),
    );
    return aTile({ title: `${30 + index}`, firedMinutesAgo: 8 - (index % 8), lines });
  });
  return [...ugly, ...rest].slice(0, count);
}

export function uglyBoard(count: number): Board {
  const tiles = manyTiles(count).map((tile) =>
    tile.title === '5' && tile.place.kind === 'bump'
      ? { ...tile, place: bumpPlace(tile.lines, 'stop') }
      : tile,
  );
  const names = [...DISHES, 'Satay skewers', 'Pizza, half and half', 'Charred leeks'];
  return aBoard(tiles, {
    allDay: names.map((name, index) => ({
      key: name,
      name,
      names: null,
      cooking: 12 - index,
      held: index % 3 === 0 ? 5 : 0,
      allergy: index % 4 === 1 ? 2 : 0,
    })),
    later: 3,
  });
}
