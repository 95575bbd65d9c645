import { MINUTE } from '../house.ts';
import { BASS, BURGER, CHICKEN, ChitHouse, item, mod, RIBEYE } from './ChitHouse.ts';
import type { ChitCase } from './chitCases.ts';

const LONG_NOTE =
  'Guest in seat 11 is coeliac and very worried. Please use the clean board and the clean tongs, no shared fryer oil, no flour dusting on the plate, and send it with its own server so that it does not touch the bread basket on the way. If in doubt call Maximiliano before it leaves the pass, he has promised her that somebody will come out and tell her how it was made.';

/** What no POS should send and every POS does. */
export const ugliestChits: Record<string, () => ChitCase> = {
  'banquet with nine courses': () => {
    const house = new ChitHouse();
    house.put2(
      {
        id: '2108',
        table: 'Terrace 108',
        server: 'Maximiliano',
        courses: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
          number,
          name: `Course ${number}`,
          ...(number === 1 ? { said: 'fired' as const } : {}),
        })),
        allergies: [{ allergen: 'gluten', seat: 11, words: 'coeliac, diagnosed, please no oats either' }],
        items: [
          item('a', { name: 'Slow-roasted Iberian pork shoulder with smoked aubergine', quantity: 14 }),
          item('b', {
            name: 'Charcoal-grilled hispi cabbage',
            seat: 11,
            notes: LONG_NOTE,
            modifiers: [mod('no', 'breadcrumbs'), mod('no', 'soy glaze'), mod('add', 'tamari')],
          }),
          item('c', {
            ...RIBEYE,
            quantity: 6,
            seats: [1, 2, 3, 4, 5, 6],
            modifiers: [mod('option', 'rare')],
          }),
          ...[2, 3, 4, 5, 6, 7, 8, 9].map((course) => item(`d${course}`, { name: `Dish ${course}`, course })),
        ],
      },
      { covers: 14 },
    );
    return { house, chit: house.oneDue() };
  },

  'words longer than the paper': () => {
    const house = new ChitHouse();
    house.put2({
      id: '1234567890123456789012345',
      table: 'Donaudampfschifffahrtsterrasse',
      server: 'Wolfeschlegelsteinhausenbergerdorff',
      allergies: [
        {
          allergen: 'other',
          seat: 12,
          words: 'Polyvinylpyrrolidone-Methylcellulose-Hydroxypropylcellulose-Verbindungen',
        },
      ],
      items: [
        item('a', {
          name: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesteller',
          quantity: 12,
          seat: 12,
          modifiers: [
            mod('sub', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Käse', {
              modifiers: [mod('no', 'Hottentottenstottertrottelmutterbeutelrattenlattengitterkoffer')],
            }),
          ],
          notes: 'https://example.com/allergens/2026/11/21/table/terrace?guest=12&language=de&print=1',
        }),
      ],
    });
    return { house, chit: house.oneDue() };
  },

  'other scripts and pictures': () => {
    const house = new ChitHouse();
    house.put2(
      {
        id: '2110',
        table: 'お座敷 3',
        server: '山田',
        allergies: [
          {
            allergen: 'crustacean',
            severity: 'anaphylaxis',
            seat: 2,
            words: 'えび・かにアレルギーです。だしもだめです。',
          },
        ],
        items: [
          item('a', {
            name: '和牛サーロイン 300グラム 備長炭焼き わさび添え',
            quantity: 2,
            seats: [1, 2],
            modifiers: [mod('no', 'わさび'), mod('extra', '🌶️ 辛口')],
          }),
          item('b', { name: 'Шашлык из баранины', notes: 'без лука, пожалуйста 🙏' }),
          item('c', { name: 'Αρνί κλέφτικο', notes: 'χωρίς σκόρδο' }),
          item('d', { name: 'Chicken tikka', notes: 'बिना प्याज ke, ไม่เผ็ด, 맵지 않게, 不要葱' }),
          item('e', { name: 'شيش طاووق', notes: 'بدون ثوم' }),
          item('f', { name: 'Phở bò tái chín', notes: 'ít hành' }),
        ],
      },
      { notes: '🎂 22:00 “surprise” — don’t tell her…' },
    );
    return { house, chit: house.oneDue() };
  },

  'every accent of the house': () => {
    const house = new ChitHouse();
    house.put2({
      id: '2111',
      table: 'Ñ-7',
      server: 'Begoña Íñiguez',
      items: [
        item('a', { name: 'Piña a la brasa con crème fraîche', notes: '¿Sin azúcar? ¡Sí! Menú 45 €' }),
        item('b', { name: 'Königsberger Klöße, süß-sauer, groß' }),
        item('c', {
          name: 'Bœuf à l’ancienne',
          modifiers: [mod('option', 'à point'), mod('no', 'oignons frits')],
        }),
        item('d', { name: 'Pão de queijo, maçã e açaí', modifiers: [mod('side', 'melão')] }),
        item('e', { name: 'Smørrebrød på rugbrød, Åland' }),
      ],
    });
    return { house, chit: house.oneDue() };
  },

  'orders to the printer in a note': () => {
    const house = new ChitHouse();
    house.put2(
      {
        id: '2112',
        table: '4\u001b@',
        server: 'Eve\u0000\u001dV\u0000',
        items: [
          item('a', {
            name: 'Soup\u001b!\u0030 of the day\n\n\n\n\n\n',
            notes: 'line one\r\nline two\tafter a tab\r\n\r\n\u001bm\u202Eline three\u202C \u007f\u009b31m',
            modifiers: [mod('no', 'salt\u0010\u0014\u0001\u0000\u0001'), mod('deglazed', 'with sherry')],
          }),
        ],
      },
      { notes: '\n\n' },
    );
    return { house, chit: house.oneDue() };
  },

  'a board of seven tables': () => {
    const house = new ChitHouse();
    const tables = ['12', '7', 'T-41', '3', '15', '9', 'Bar 2'];
    tables.forEach((table, index) => {
      house.later(40_000).put2({
        id: `${2120 + index}`,
        table,
        ...(index === 2
          ? { allergies: [{ allergen: 'egg', seat: 1, words: 'even traces' }] }
          : index === 4
            ? { allergies: [{ allergen: 'fish', severity: 'anaphylaxis', seat: null, words: null }] }
            : {}),
        items: [
          item('a', {
            ...RIBEYE,
            quantity: 1 + (index % 3),
            seat: 1,
            modifiers: [mod('option', 'medium rare', { id: 'rare' })],
          }),
          item(
            'b',
            index % 2 === 0
              ? { ...BASS, seat: 2, notes: 'sauce aside' }
              : { ...CHICKEN, seat: 2, modifiers: [mod('no', 'skin')] },
          ),
        ],
      });
    });
    return { house, chit: house.oneDue() };
  },

  'missed while the printer was away': () => {
    const house = new ChitHouse();
    house.put2({
      id: '2130',
      table: '12',
      allergies: [{ allergen: 'celery', seat: 2, words: 'stock cubes too' }],
      items: [item('a', { ...RIBEYE, quantity: 2 }), item('b', { ...BASS, seat: 2 })],
    });
    house.put2({
      id: '2131',
      table: 'Terrace 108',
      items: [item('a', { name: 'Slow-roasted Iberian pork shoulder with smoked aubergine', quantity: 14 })],
    });
    house.put2({
      id: 'T-44',
      table: null,
      channel: 'delivery',
      items: [item('a', { ...BURGER, quantity: 3 })],
    });
    house.due();
    house.later(20 * MINUTE).tick();
    house.say(
      { type: 'chit.summary', at: house.lastChit().station },
      { kind: 'screen', roles: ['expo'], station: null, screen: 'expo 1' },
    );
    return { house, chit: house.lastChit() };
  },

  'the third of three': () => {
    const house = new ChitHouse();
    for (const table of ['30', '31', '32'])
      house.put2({
        id: `22${table}`,
        table,
        items: [
          item('a', { name: 'Mixed grill to share', quantity: 1, seats: [1, 2, 3, 4, 5, 7, 8] }),
          item('b', { ...RIBEYE, quantity: 1, seat: 0 }),
          item('c', { ...CHICKEN, quantity: 0.333 }),
        ],
      });
    const chits = house.due();
    const last = chits.at(-1);
    if (last === undefined) throw new Error('no chit');
    return { house, chit: last };
  },
};
