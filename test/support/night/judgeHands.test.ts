import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredAnswer } from '../../../main/store/answer.ts';
import { grill, House } from '../house.ts';
import { judgeHands } from './judgeHands.ts';
import type { Press } from './NightScreen.ts';
import type { Thing } from './noted.ts';

let house: House;

beforeEach(() => {
  house = new House();
  house.put({ id: 'T1', table: '1', items: [{ id: 'soup' }, { id: 'bread' }] });
  house.put({ id: 'T2', table: '2', items: [{ id: 'fish' }] });
  house.bump('soup');
});

const command = () => house.events('part.bumped')[0]?.cmd ?? '';
const zoneOf = (ticket: string) => `${house.ticket(ticket).id}/${grill}`;
const thing = (said: Partial<Thing> = {}): Thing => ({
  kind: 'bump',
  zone: zoneOf('T1'),
  items: ['soup', 'bread'],
  key: null,
  text: 'BUMP 1',
  title: '1',
  foot: 'BUMP 1',
  isBlocked: false,
  x: 0,
  y: 0,
  isFree: true,
  isMarked: false,
  ...said,
});
const press = (said: { under?: Thing | null; meant?: Thing | null; blindMs?: number } = {}): Press => {
  const { under = thing(), meant = under, blindMs = 100 } = said;
  return {
    note: { how: 'touch', key: null, at: 1000, under, dialog: null, commands: [command()], said: null },
    meant: meant === null ? null : { thing: meant, seenAt: 1000 - blindMs },
  };
};
const applied = (): StoredAnswer => ({ ok: true, outcome: 'applied', seq: 1, ticket: null });
const judged = (...presses: Press[]) => judgeHands([{ place: 'grill', presses }], house.log, applied);

describe('the judge of hands', () => {
  test('finds nothing where a press did what was under it', () => {
    const { misplaced, ghosts, outcomes } = judged(press());
    expect({ misplaced, ghosts }).toEqual({ misplaced: [], ghosts: [] });
    expect(outcomes).toEqual({ 'bump: applied': 1 });
  });
  test.each([
    ['another ticket', () => press({ under: thing({ zone: zoneOf('T2') }) }), 'done to 1'],
    ['another dish', () => press({ under: thing({ kind: 'dish', items: ['bread'] }) }), 'done to soup'],
    [
      'a thing that does no such thing',
      () => press({ under: thing({ kind: 'undo' }) }),
      'does no such thing',
    ],
    ['nothing', () => press({ under: null }), 'under it nothing'],
    ['a key that only selects', () => press({ meant: null }), 'on its way'],
    [
      'what came under the hand just then',
      () => press({ meant: thing({ zone: zoneOf('T2') }) }),
      '100 ms before',
    ],
  ])('finds a press on %s', (_what, made, words) => {
    expect(judged(made()).misplaced.join()).toContain(words);
  });
  test('a hand that took its time means what is there when it comes down', () => {
    expect(judged(press({ meant: thing({ zone: zoneOf('T2') }), blindMs: 400 })).misplaced).toEqual([]);
  });
  test('finds what nobody pressed, and what was answered and not done', () => {
    expect(judged().ghosts.join()).toContain('part.bumped');
    const { note, meant } = press();
    const other = { note: { ...note, commands: ['nobody'] }, meant };
    expect(judged(press(), other).misplaced.join()).toContain('answered applied, and not done');
  });
});
