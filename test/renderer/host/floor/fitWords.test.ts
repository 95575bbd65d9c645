import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../../renderer/screens/host/floor/facts.ts';
import { fitWords, KEPT_FIRST } from '../../../../renderer/screens/host/floor/fitWords.ts';
import { layPlan } from '../../../../renderer/screens/host/floor/planLayout.ts';
import type { TableFace } from '../../../../renderer/screens/host/floor/tableFace.ts';
import type { Shaped } from '../../../../renderer/ui/plan/geometry.ts';
import { denseRoom, SIZES, speechIn } from './planHouse.ts';

const face: TableFace = {
  tables: ['14'],
  stage: 'on_the_table',
  move: 'SERVER',
  since: 0,
  course: 2,
  courseName: 'Mains',
  covers: 6,
  seats: 4,
  server: 'Mara',
  guest: 'Haddad',
  allergens: ['sesame', 'egg'],
  isVip: true,
  awaySince: 0,
  isRefiring: true,
  next: { at: Date.UTC(2026, 0, 1, 20, 15), covers: 3, name: 'Lind' },
  blocked: null,
  colour: null,
};
const times = { minutes: 14, awayMinutes: 3, isNeeded: true };
const box = (width: number, height: number): Shaped => ({
  x: 0,
  y: 0,
  width,
  height,
  rotation: 0,
  shape: 'square',
});
const said = (shaped: Shaped, more: Partial<TableFace> = {}, language: 'en' | 'es' = 'en') =>
  fitWords(shaped, factsOf({ ...face, ...more }, times, speechIn(language)), SIZES);
const linesOf = (...asked: Parameters<typeof said>) =>
  said(...asked).lines.map((line) => line.map(({ text, fact }) => text || `(${fact})`).join(' '));

describe('what is known of a table', () => {
  test('stands on a large one in full', () => {
    expect(linesOf(box(320, 240))).toEqual([
      '14 6 VIP (need)',
      'Mains on the table 14 min',
      'SERVER AWAY 3 min REFIRE',
      'SESAME, EGG',
      'Haddad Mara',
      'next 20:15 Lind 3',
    ]);
  });

  test('goes in its order where the table is smaller: allergy and minutes are the last to go', () => {
    expect(linesOf(box(120, 110))).toEqual(['14 6 (need)', 'Mains 14 min', 'AWAY 3 min', 'SESAME +1']);
    expect(linesOf(box(62, 56))).toEqual(['14 (allergy)', '14m']);
    expect(linesOf(box(48, 40))).toEqual(['14']);
  });

  test('runs on along a table that is long and low', () => {
    expect(linesOf(box(300, 56))).toEqual(['14 6 VIP (need) Mains 14 min AWAY', 'REFIRE SESAME, EGG Mara']);
  });

  test('a number too wide for its size is written like the words, never left out', () => {
    const tight = said(box(70, 48), { tables: ['114', '115'] });
    expect(tight.isNumberSmall).toBe(true);
    expect(tight.lines[0]?.[0]?.text).toBe('114 + 115');
  });

  test('every fact has its place in the order, and each length after the shorter one', () => {
    const names = factsOf({ ...face, blocked: { reason: 'leak', until: null } }, times, speechIn('en'));
    for (const { fact } of names) expect(KEPT_FIRST.map(([name]) => name)).toContain(fact);
    for (const [at, [name, form]] of KEPT_FIRST.entries())
      if (form > 0) expect(KEPT_FIRST.slice(0, at)).toContainEqual([name, form - 1]);
  });
});

describe('stages in words', () => {
  const calm = { allergens: [], isVip: false, awaySince: null, isRefiring: false, guest: null, server: null };
  const stage = (more: Partial<TableFace>, language: 'en' | 'es' = 'en') => {
    const facts = factsOf(
      { ...face, ...calm, next: null, ...more },
      { minutes: 2, awayMinutes: null, isNeeded: false },
      speechIn(language),
    );
    return facts.find(({ fact }) => fact === 'stage')?.forms.at(-1);
  };
  test('a course by its name, else by its number', () => {
    expect(stage({})).toBe('Mains on the table 2 min');
    expect(stage({ courseName: null, stage: 'cooking' })).toBe('Course 2 cooking 2 min');
    expect(stage({ stage: 'drinks', course: 0, courseName: null })).toBe('drinks 2 min');
    expect(stage({ stage: 'cleared' }, 'es')).toBe('Mains retirado 2 min');
  });
  test('of a table nobody sits at: for whom it is kept, or until when nobody may', () => {
    expect(stage({ stage: 'reserved', next: face.next })).toBe('reserved 20:15');
    expect(stage({ stage: 'blocked', blocked: { reason: null, until: Date.UTC(2026, 0, 1, 21) } })).toBe(
      'blocked to 21:00',
    );
    expect(stage({ stage: 'dirty', move: 'DOOR' })).toBe('dirty 2 min');
  });
});

test('at 40 tables on the smallest glass every one still says its number, its allergy and its minutes', () => {
  const sizes = { widthPx: 850, heightPx: 560, targetPx: 48, mostPx: 190 };
  const { places } = layPlan({ width: 1200, height: 800 }, denseRoom(40), [], sizes);
  for (const place of places)
    for (const language of ['en', 'es'] as const) {
      const kept = said(place, {}, language).lines.flat();
      expect(kept.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['number', 'allergy', 'stage']));
    }
});

test('words never reach over the edge of a turned or a round table', () => {
  for (const shape of ['square', 'round', 'long', 'bar'] as const)
    for (let rotation = 0; rotation < 180; rotation += 15) {
      const shaped: Shaped = { ...box(150, 90), rotation, shape };
      const { lines } = said(shaped);
      const widths = lines.map((line) =>
        line.reduce((sum, { text, fact }) => sum + SIZES.widthOf(text, fact === 'number'), 0),
      );
      for (const width of widths) expect(width).toBeLessThan(150);
      expect(lines.length).toBeGreaterThan(0);
    }
});
