import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchMap, PersistentMap } from '../../../shared/lib/persistentMap.ts';

type Step = { readonly key: string; readonly value: number | null };

/** Few keys, so that they meet; `null` takes one out. */
const step: fc.Arbitrary<Step> = fc.record({
  key: fc.nat(300).map((n) => `key-${n}`),
  value: fc.option(fc.nat(), { nil: null }),
});
const steps = fc.array(step, { maxLength: 400 });

function taken(map: PersistentMap<string, number>, { key, value }: Step): PersistentMap<string, number> {
  return value === null ? map.without(key) : map.with(key, value);
}

const none = PersistentMap.of<string, number>([]);
const sorted = <T>(values: Iterable<T>): T[] => [...values].sort();

const _without = <T>(all: Set<T>, some: Set<T>) => new Set([...all].filter((one) => !some.has(one)));

describe('a persistent map', () => {
  it('holds what a Map holds after the same steps', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const model = new Map<string, number>();
        let map = none;
        for (const one of all) {
          // Gone through in between: what it remembers of that must not outlive a change.
          expect(sorted(map.values())).toEqual(sorted(model.values()));
          if (one.value === null) model.delete(one.key);
          else model.set(one.key, one.value);
          map = taken(map, one);
        }
        expect(map.size).toBe(model.size);
        expect(new Map(map.entries())).toEqual(model);
        expect(sorted(map.keys())).toEqual(sorted(model.keys()));
        expect(sorted(map.values())).toEqual(sorted(model.values()));
        for (const { key } of all) {
          expect(map.get(key)).toBe(model.get(key));
          expect(map.has(key)).toBe(model.has(key));
        }
        expect(new Map(PersistentMap.of(model).entries())).toEqual(model);
      }),
    );
  });

  it('stays as it was when others are made from it', () => {
    fc.assert(
      fc.property(steps, step, (all, last) => {
        const map = all.reduce(taken, none);
        const before = new Map(map.entries());
        taken(map, last);
        expect(new Map(map.entries())).toEqual(before);
      }),
    );
  });
});

describe('what differs between two maps', () => {
  it('is what a look at every key of both finds, whether or not one was made of the other', () => {
    fc.assert(
      fc.property(steps, steps, fc.boolean(), (first, second, isMade) => {
        const before = first.reduce(taken, none);
        const after = second.reduce(taken, isMade ? before : none);
        const keys = [...new Set([...before.keys(), ...after.keys()])];
        const differing = keys.filter(
          (key) => before.has(key) !== after.has(key) || before.get(key) !== after.get(key),
        );
        expect(sorted(after.changesFrom(before))).toEqual(sorted(differing));
        const batch = second.reduce(taken, new BatchMap(before));
        expect(sorted(batch.changesFrom(before))).toEqual(
          sorted(second.reduce(taken, before).changesFrom(before)),
        );
      }),
    );
  });
});

describe('a map for one batch', () => {
  it('is what the same steps make of a persistent one, and leaves that as it was', () => {
    const base = PersistentMap.of<string, number>([1, 2, 3].map((n) => [`k${n}`, n] as const));
    const batch = new BatchMap(base);
    const steps = batch.with('k1', 10).with('k4', 4).without('k2').with('k4', 40).without('none');
    expect([...base.entries()].sort()).toEqual([
      ['k1', 1],
      ['k2', 2],
      ['k3', 3],
    ]);
    const expected = [
      ['k1', 10],
      ['k3', 3],
      ['k4', 40],
    ];
    expect([...steps.persisted().entries()].sort()).toEqual(expected);
    expect([...steps.entries()].sort()).toEqual(expected);
    expect([steps.get('k4'), steps.get('k2'), steps.has('k2'), steps.has('k3')]).toEqual([
      40,
      undefined,
      false,
      true,
    ]);
    expect(steps.persisted().size).toBe(3);
  });
});
