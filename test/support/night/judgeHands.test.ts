import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredAnswer } from '../../../main/store/answer.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { cook, expo, grill, House, twoStations } from '../house.ts';
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
  test.each([
    ['a tile that shows the next course by then', (ticket: string) => `${ticket}/expo/undo`],
    ['the hole of a tile that is gone', (ticket: string) => `hole:${ticket}/expo`],
  ])('UNDO RUN in %s means what was run last from there', (_where, undoZone) => {
    const passed = new House(HouseConfig.parse({ ...twoStations, pass: 'expo' }));
    passed.put({ id: 'T1', table: '1', items: [{ id: 'soup' }, { id: 'bread' }] });
    for (const id of ['soup', 'bread']) passed.bump(id);
    const { id: ticket } = passed.ticket('T1');
    const portion = (id: string, quantity: number) => ({
      item: passed.item(id, 'T1').id,
      batch: 1,
      quantity,
    });
    const run = (id: string) =>
      passed.say(
        {
          type: 'course.run',
          ticket,
          course: 0,
          portions: [portion(id, 1)],
          anyway: false,
          seen: passed.seq,
        },
        expo,
      );
    const undo = (id: string) =>
      passed.say({ type: 'run.undo', ticket, portions: [portion(id, 0)], parts: [], seen: passed.seq }, expo);
    for (const done of [run('bread'), run('soup'), undo('soup'), undo('bread')]) expect(done).toBe('applied');
    const cmdOf = (type: 'food.run' | 'food.run_undone', at: number) => passed.events(type)[at]?.cmd ?? '';
    const at = (kind: string, zone: string, id: string): Press => {
      const { note, meant } = press({ under: thing({ kind, zone, items: ['soup', 'bread'] }) });
      return { note: { ...note, commands: [id] }, meant };
    };
    const [tile, back] = [`${ticket}/expo`, undoZone(ticket)];
    const presses = [
      at('bump', tile, cmdOf('food.run', 0)),
      at('bump', tile, cmdOf('food.run', 1)),
      at('undo', back, cmdOf('food.run_undone', 0)),
      at('undo', back, cmdOf('food.run_undone', 1)),
    ];
    const { misplaced } = judgeHands([{ place: 'expo', presses }], passed.log, applied);
    expect(misplaced).toHaveLength(1);
    expect(misplaced[0]).toContain('with soup, done to bread');
  });
  test('UNDO in a hole means what was bumped there, whatever was added since and stands beside it', () => {
    const { id: ticket } = house.ticket('T1');
    const recall = (id: string) => ({
      type: 'item.recall' as const,
      ticket,
      station: grill,
      portions: [{ item: house.item(id, 'T1').id, batch: 1, quantity: 0 }],
      undo: true,
      seen: house.seq,
    });
    house.say(recall('soup'), cook(grill));
    const under = thing({ kind: 'undo', zone: `hole:${zoneOf('T1')}`, items: ['bread'] });
    const undo = press({ under });
    const made = (one: Press, type: 'part.bumped' | 'part.recalled'): Press => ({
      ...one,
      note: { ...one.note, commands: [house.events(type)[0]?.cmd ?? ''] },
    });
    expect(judged(press(), made(undo, 'part.recalled')).misplaced).toEqual([]);
    house.bump('bread');
    house.say(recall('bread'), cook(grill));
    const other = {
      ...undo,
      note: { ...undo.note, commands: [house.events('part.recalled')[1]?.cmd ?? ''] },
    };
    expect(judged(press(), made(undo, 'part.recalled'), other).misplaced.join()).toContain(
      'with soup, done to bread',
    );
  });
  test('finds what nobody pressed, and what was answered and not done', () => {
    expect(judged().ghosts.join()).toContain('part.bumped');
    const { note, meant } = press();
    const other = { note: { ...note, commands: ['nobody'] }, meant };
    expect(judged(press(), other).misplaced.join()).toContain('answered applied, and not done');
  });
});
