import { describe, expect, test } from 'vitest';
import {
  broughtBack,
  bumped,
  isSamePlaces,
  nextChangeAt,
  type Place,
  settled,
  UNDO_MS,
} from '../../../renderer/screens/board/places.ts';

const show = (places: readonly Place[]) =>
  places.map((place) => (place.kind === 'tile' ? place.id : `(${place.id})`)).join(' ');
const tiles = (...ids: string[]): Place[] => ids.map((id) => ({ kind: 'tile', id }));

describe('order is fire time, place is memory', () => {
  test('an empty glass takes the board as it is', () => {
    expect(show(settled([], ['a', 'b'], 0, true))).toBe('a b');
  });
  test('a bumped ticket leaves a hole at once, and nothing moves', () => {
    expect(show(bumped(tiles('a', 'b', 'c'), 'b', 0))).toBe('a (b) c');
  });
  test('its hole stays through its undo, however quiet the cook is', () => {
    const places = bumped(tiles('a', 'b', 'c'), 'b', 0);
    expect(show(settled(places, ['a', 'c'], UNDO_MS - 1, true))).toBe('a (b) c');
  });
  test('afterwards tiles close up in one step', () => {
    const places = bumped(bumped(tiles('a', 'b', 'c', 'd'), 'a', 0), 'c', 0);
    expect(show(settled(places, ['b', 'd'], UNDO_MS, true))).toBe('b d');
  });
  test('but not under a finger', () => {
    const places = bumped(tiles('a', 'b', 'c'), 'b', 0);
    expect(show(settled(places, ['a', 'c'], UNDO_MS * 3, false))).toBe('a (b) c');
  });
  test('new tickets stand behind the last one at once', () => {
    expect(show(settled(tiles('a', 'b'), ['a', 'b', 'c'], 0, false))).toBe('a b c');
  });
  test('a ticket that would push others waits until the cook is quiet', () => {
    const places = settled(tiles('a', 'b'), ['rush', 'a', 'b'], 0, false);
    expect(show(places)).toBe('a b');
    expect(show(settled(places, ['rush', 'a', 'b'], 0, true))).toBe('rush a b');
  });
  test('a ticket that another screen bumped leaves a hole without an undo', () => {
    const places = settled(tiles('a', 'b'), ['a'], 0, true);
    expect(show(places)).toBe('a (b)');
    expect(places[1]).toMatchObject({ kind: 'hole', canUndo: false, until: UNDO_MS });
  });
  test('undo brings it back where it stood', () => {
    const places = bumped(tiles('a', 'b', 'c'), 'b', 0);
    expect(show(settled(broughtBack(places, 'b'), ['a', 'b', 'c'], 10, false))).toBe('a b c');
  });
  test('undo of a ticket whose next course is coming up leaves one tile of it', () => {
    const places = settled(bumped(tiles('a', 'b'), 'a', 0), ['b', 'a'], 10, false);
    expect(show(places)).toBe('(a) b a');
    expect(show(broughtBack(places, 'a'))).toBe('a b');
  });
  test('holes keep their place behind their neighbour when another hole closes', () => {
    const early = bumped(tiles('a', 'b', 'c', 'd'), 'a', 0);
    const both = bumped(early, 'c', 1000);
    expect(show(settled(both, ['b', 'd'], UNDO_MS, true))).toBe('b (c) d');
  });
  test('a hole at the head stays at the head', () => {
    const places = bumped(tiles('a', 'b'), 'a', 0);
    expect(show(settled(places, ['b', 'c'], 100, true))).toBe('(a) b c');
  });
  test('the list next changes when its first hole ends', () => {
    expect(nextChangeAt(tiles('a'))).toBeNull();
    expect(nextChangeAt(bumped(tiles('a'), 'a', 50))).toBe(50 + UNDO_MS);
  });
  test('the same list is the same', () => {
    const holes = bumped(tiles('a', 'b'), 'a', 0);
    expect(isSamePlaces(holes, bumped(tiles('a', 'b'), 'a', 0))).toBe(true);
    expect(isSamePlaces(holes, bumped(tiles('a', 'b'), 'a', 1))).toBe(false);
  });
});
