import { expect, test } from 'vitest';
import { buildCardOf } from '../../../shared/config/buildCard.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';

const PLATE = 'data:image/png;base64,iVBORw0KGgo=';
const plain = {
  kitchenName: null,
  names: null,
  stations: null,
  course: null,
  prepSeconds: null,
  allergens: null,
  counts: [],
  category: null,
};
const cardWith = (image: string | null, text: string | null = null) => {
  const item = { ...plain, id: 'd1', name: 'Ribeye', card: { text, image } };
  const bare = { ...plain, id: 'd2', name: 'Bread', card: null };
  const config = HouseConfig.parse({
    posMenus: { till: { revision: 1, digest: 'd', items: [item, bare], modifiers: [] } },
  });
  const of = (source: string, menuItemId: string | null) =>
    buildCardOf(config, { source, menuItemId, name: 'Ribeye' });
  return { card: of('till', 'd1'), others: [of('till', 'd2'), of('till', null), of('other', 'd1')] };
};

test('a dish has the card of its own POS’s menu, and none without', () => {
  const { card, others } = cardWith(PLATE, 'rest it');
  expect(card).toEqual({ text: 'rest it', picture: PLATE, elsewhere: null });
  expect(others).toEqual([null, null, null]);
});

test.each([
  ['https://cdn.example.com:8443/a.png?x', 'cdn.example.com:8443'],
  ['data:image/svg+xml;base64,PHN2Zz4=', 'data:image/svg+xml;base64,PHN2Zz4='],
  ['data:text/html;base64,PGI+', 'data:text/html;base64,PGI+'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [`${PLATE}"onerror=x`, `${PLATE}"`],
])('no screen loads %s: it says where that is', (image, where) => {
  const { card } = cardWith(image);
  expect(card?.picture).toBeNull();
  expect(card?.elsewhere?.startsWith(where.slice(0, 36))).toBe(true);
});
