/**
 * An immutable string-keyed map whose copy costs a sixty-fourth of its size: a hub with a thousand open tickets and thirty screens copies
 * its table on every event, and a plain spread of that table was the dearest step of all.
 *
 * Iteration order is not defined; who needs an order sorts.
 */
export class PersistentMap<K extends string, V> {
  readonly size: number;
  private readonly buckets: ReadonlyArray<ReadonlyMap<string, unknown> | undefined>;

  private constructor(buckets: ReadonlyArray<ReadonlyMap<string, unknown> | undefined>, size: number) {
    this.buckets = buckets;
    this.size = size;
  }

  static of<K extends string, V>(entries: Iterable<readonly [K, V]>): PersistentMap<K, V> {
    const buckets: Array<Map<string, unknown> | undefined> = [];
    let size = 0;
    for (const [key, value] of entries) {
      const index = bucketOf(key);
      const bucket = buckets[index] ?? new Map<string, unknown>();
      if (!bucket.has(key)) size += 1;
      bucket.set(key, value);
      buckets[index] = bucket;
    }
    return new PersistentMap<K, V>(buckets, size);
  }

  get(key: K): V | undefined {
    return this.buckets[bucketOf(key)]?.get(key) as V | undefined;
  }

  has(key: K): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  with(key: K, value: V): PersistentMap<K, V> {
    const index = bucketOf(key);
    const bucket = new Map(this.buckets[index]);
    const grew = bucket.has(key) ? 0 : 1;
    bucket.set(key, value);
    return this.replaced(index, bucket, this.size + grew);
  }

  without(key: K): PersistentMap<K, V> {
    if (!this.has(key)) return this;
    const index = bucketOf(key);
    const bucket = new Map(this.buckets[index]);
    bucket.delete(key);
    return this.replaced(index, bucket, this.size - 1);
  }

  entries(): IterableIterator<[K, V]> {
    return this.each((bucket) => bucket.entries()) as IterableIterator<[K, V]>;
  }

  values(): IterableIterator<V> {
    return this.each((bucket) => bucket.values()) as IterableIterator<V>;
  }

  keys(): IterableIterator<K> {
    return this.each((bucket) => bucket.keys()) as IterableIterator<K>;
  }

  /**
   * What `derive` finds in each part of the map, looked for once a part and cache: after a change only the changed part is looked through
   * again. For questions about all values that are asked at every event.
   */
  *derived<T extends object>(
    cache: WeakMap<object, T>,
    derive: (values: Iterable<V>) => T,
  ): IterableIterator<T> {
    for (const bucket of this.buckets) {
      if (bucket === undefined) continue;
      const known = cache.get(bucket);
      const found = known ?? derive(bucket.values() as Iterable<V>);
      if (known === undefined) cache.set(bucket, found);
      yield found;
    }
  }

  /** One generator over plain iterators: handed from generator to generator, a walk over a thousand tickets took three times as long. */
  private *each<T>(of: (bucket: ReadonlyMap<string, unknown>) => Iterable<T>): IterableIterator<T> {
    for (const bucket of this.buckets) {
      if (bucket === undefined) continue;
      for (const member of of(bucket)) yield member;
    }
  }

  private replaced(index: number, bucket: Map<string, unknown>, size: number): PersistentMap<K, V> {
    const buckets = this.buckets.slice();
    buckets[index] = bucket;
    return new PersistentMap<K, V>(buckets, size);
  }
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
