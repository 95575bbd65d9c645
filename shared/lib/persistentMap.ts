/**
 * An immutable string-keyed map whose copy costs a sixty-fourth of its size: a hub with a thousand open tickets and thirty screens copies
 * its table on every event, and a plain spread of that table was the dearest step of all.
 *
 * Iteration order is not defined; who needs an order sorts.
 */
export class PersistentMap<K extends string, V> {
  readonly size: number;
  private readonly buckets: ReadonlyArray<Bucket | undefined>;

  private constructor(buckets: ReadonlyArray<Bucket | undefined>, size: number) {
    this.buckets = buckets;
    this.size = size;
  }

  static of<K extends string, V>(entries: Iterable<readonly [K, V]>): PersistentMap<K, V> {
    const tables: Array<Map<string, unknown> | undefined> = [];
    let size = 0;
    for (const [key, value] of entries) {
      const index = bucketOf(key);
      const table = tables[index] ?? new Map<string, unknown>();
      if (!table.has(key)) size += 1;
      table.set(key, value);
      tables[index] = table;
    }
    const buckets = Array.from(
      { length: BUCKETS },
      (_, index) => tables[index] && [...tables[index]].flat(1),
    );
    return new PersistentMap<K, V>(buckets, size);
  }

  get(key: K): V | undefined {
    const bucket = this.buckets[bucketOf(key)];
    if (bucket === undefined) return undefined;
    const at = placeOf(bucket, key);
    return at === -1 ? undefined : (bucket[at + 1] as V);
  }

  has(key: K): boolean {
    const bucket = this.buckets[bucketOf(key)];
    return bucket !== undefined && placeOf(bucket, key) !== -1;
  }

  with(key: K, value: V): PersistentMap<K, V> {
    const index = bucketOf(key);
    const bucket = this.buckets[index] ?? NOTHING;
    const at = placeOf(bucket, key);
    if (at === -1) return this.replaced(index, longer(bucket, key, value), this.size + 1);
    const copy = bucket.slice();
    copy[at + 1] = value;
    return this.replaced(index, copy, this.size);
  }

  without(key: K): PersistentMap<K, V> {
    const index = bucketOf(key);
    const bucket = this.buckets[index] ?? NOTHING;
    const at = placeOf(bucket, key);
    if (at === -1) return this;
    return this.replaced(index, bucket.toSpliced(at, 2), this.size - 1);
  }

  *entries(): IterableIterator<[K, V]> {
    for (const bucket of this.buckets) {
      if (bucket === undefined) continue;
      for (let at = 0; at < bucket.length; at += 2) yield [bucket[at] as K, bucket[at + 1] as V];
    }
  }

  *values(): IterableIterator<V> {
    for (const bucket of this.buckets) {
      if (bucket === undefined) continue;
      for (let at = 1; at < bucket.length; at += 2) yield bucket[at] as V;
    }
  }

  *keys(): IterableIterator<K> {
    for (const bucket of this.buckets) {
      if (bucket === undefined) continue;
      for (let at = 0; at < bucket.length; at += 2) yield bucket[at] as K;
    }
  }

  /**
   * What `derive` finds in each part of the map, looked for once a part and cache: after a change only the changed part is looked through
   * again. For questions about all values that are asked at every event.
   */
  *derived<T extends object>(
    cache: WeakMap<object, T>,
    derive: (values: readonly V[]) => T,
  ): IterableIterator<T> {
    for (const bucket of this.buckets) {
      if (bucket === undefined) continue;
      const known = cache.get(bucket);
      const found = known ?? derive(bucket.filter((_, at) => at % 2 === 1) as V[]);
      if (known === undefined) cache.set(bucket, found);
      yield found;
    }
  }

  private replaced(index: number, bucket: Bucket, size: number): PersistentMap<K, V> {
    const buckets = this.buckets.slice();
    buckets[index] = bucket;
    return new PersistentMap<K, V>(buckets, size);
  }
}

/**
 * Keys and values in turn. A dozen keys are found as fast by looking along them as in a hash table, and copying them is a tenth of the work.
 */
type Bucket = readonly unknown[];

const NOTHING: Bucket = [];

function placeOf(bucket: Bucket, key: string): number {
  for (let at = 0; at < bucket.length; at += 2) if (bucket[at] === key) return at;
  return -1;
}

/** `push` on a copy would make room for many more. */
function longer(bucket: Bucket, key: string, value: unknown): Bucket {
  const copy = new Array<unknown>(bucket.length + 2);
  for (let at = 0; at < bucket.length; at += 1) copy[at] = bucket[at];
  copy[bucket.length] = key;
  copy[bucket.length + 1] = value;
  return copy;
}

const BUCKETS = 64;

/** FNV-1a over the last characters: ids differ at their end. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, key.length - 12); i < key.length; i += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
