/**
 * An immutable string-keyed map of two levels, whose copy costs a few dozen words: a hub with a thousand open tickets and thirty screens
 * copies its table on every event, and a plain spread of that table was the dearest step of all.
 *
 * Iteration order is not defined; who needs an order sorts.
 */
export class PersistentMap<K extends string, V> {
  readonly size: number;
  private readonly branches: Branches;
  /** Gone through more often than changed: a board asks several times for one press. Hidden, so that maps that hold the same stay equal. */
  #values: readonly V[] | null = null;

  protected constructor(branches: Branches, size: number) {
    this.branches = branches;
    this.size = size;
  }

  static of<K extends string, V>(entries: Iterable<readonly [K, V]>): PersistentMap<K, V> {
    const made: Array<Array<unknown[] | undefined> | undefined> = new Array(WIDTH);
    let size = 0;
    for (const [key, value] of entries) {
      const hash = hashOf(key);
      const branch = made[branchAt(hash)] ?? new Array<unknown[] | undefined>(WIDTH);
      const bucket = branch[bucketAt(hash)] ?? [];
      made[branchAt(hash)] = branch;
      branch[bucketAt(hash)] = bucket;
      const at = placeOf(bucket, key);
      if (at !== -1) bucket[at + 1] = value;
      else {
        bucket.push(key, value);
        size += 1;
      }
    }
    return new PersistentMap<K, V>(made, size);
  }

  get(key: K): V | undefined {
    const hash = hashOf(key);
    const bucket = this.branches[branchAt(hash)]?.[bucketAt(hash)];
    if (bucket === undefined) return undefined;
    const at = placeOf(bucket, key);
    return at === -1 ? undefined : (bucket[at + 1] as V);
  }

  has(key: K): boolean {
    const hash = hashOf(key);
    const bucket = this.branches[branchAt(hash)]?.[bucketAt(hash)];
    return bucket !== undefined && placeOf(bucket, key) !== -1;
  }

  with(key: K, value: V): PersistentMap<K, V> {
    const hash = hashOf(key);
    const bucket = this.branches[branchAt(hash)]?.[bucketAt(hash)] ?? NOTHING;
    const at = placeOf(bucket, key);
    return this.replaced(hash, changedBucket(bucket, at, key, value), this.size + (at === -1 ? 1 : 0));
  }

  without(key: K): PersistentMap<K, V> {
    const hash = hashOf(key);
    const bucket = this.branches[branchAt(hash)]?.[bucketAt(hash)] ?? NOTHING;
    const at = placeOf(bucket, key);
    if (at === -1) return this;
    return this.replaced(hash, changedBucket(bucket, at, key, undefined), this.size - 1);
  }

  /** Many at once, each part of the tables copied once. undefined: without that key. */
  withAll(changes: ReadonlyMap<K, V | undefined>): PersistentMap<K, V> {
    const branches = this.branches.slice();
    // Fresh ones are this copy's own.
    const fresh = new Set<Branch>();
    let { size } = this;
    for (const [key, value] of changes) {
      const hash = hashOf(key);
      const branch = branches[branchAt(hash)];
      const bucket = branch?.[bucketAt(hash)] ?? NOTHING;
      const at = placeOf(bucket, key);
      if (value === undefined && at === -1) continue;
      const own = branch !== undefined && fresh.has(branch) ? (branch as MutableBranch) : copied(branch);
      fresh.add(own);
      branches[branchAt(hash)] = own;
      own[bucketAt(hash)] = changedBucket(bucket, at, key, value);
      if (value === undefined) size -= 1;
      else if (at === -1) size += 1;
    }
    return new PersistentMap<K, V>(branches, size);
  }

  *entries(): IterableIterator<[K, V]> {
    for (const bucket of bucketsOf(this.branches)) {
      for (let at = 0; at < bucket.length; at += 2) yield [bucket[at] as K, bucket[at + 1] as V];
    }
  }

  values(): IterableIterator<V> {
    this.#values ??= this.listed();
    return this.#values.values();
  }

  *keys(): IterableIterator<K> {
    for (const bucket of bucketsOf(this.branches)) {
      for (let at = 0; at < bucket.length; at += 2) yield bucket[at] as K;
    }
  }

  /** Without a generator: stepping in and out of one costs more than all there is to find. */
  private listed(): V[] {
    const values: V[] = [];
    for (const branch of this.branches) {
      if (branch === undefined) continue;
      for (const bucket of branch) {
        if (bucket === undefined) continue;
        for (let at = 1; at < bucket.length; at += 2) values.push(bucket[at] as V);
      }
    }
    return values;
  }

  /** Keys under which this map holds another value than `before`, or only one of them any. Where one was made of the other it costs what differs. */
  changesFrom(before: PersistentMap<K, V>): K[] {
    const [now, then] = [this.plain().branches, before.plain().branches];
    const keys: K[] = [];
    for (let branch = 0; branch < WIDTH; branch += 1) {
      const [ours, theirs] = [now[branch], then[branch]];
      if (ours === theirs) continue;
      for (let bucket = 0; bucket < WIDTH; bucket += 1) {
        if (ours?.[bucket] !== theirs?.[bucket])
          keys.push(...(differing(ours?.[bucket] ?? NOTHING, theirs?.[bucket] ?? NOTHING) as K[]));
      }
    }
    return keys;
  }

  protected plain(): PersistentMap<K, V> {
    return this;
  }

  private replaced(hash: number, bucket: Bucket, size: number): PersistentMap<K, V> {
    const branches = this.branches.slice();
    const branch = copied(branches[branchAt(hash)]);
    branch[bucketAt(hash)] = bucket;
    branches[branchAt(hash)] = branch;
    return new PersistentMap<K, V>(branches, size);
  }
}

/**
 * A map for the length of one batch: `with` and `without` change it in place, and `persisted` copies the tables once for all of them. A press
 * is twenty events of one ticket, and a copy for each was most of what thirty screens left behind. Whoever holds it sees the changes.
 */
export class BatchMap<K extends string, V> extends PersistentMap<K, V> {
  private readonly base: PersistentMap<K, V>;
  /** undefined: taken out. */
  private readonly changes = new Map<K, V | undefined>();

  constructor(base: PersistentMap<K, V>) {
    super([], base.size);
    this.base = base;
  }

  override get(key: K): V | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.base.get(key);
  }

  override has(key: K): boolean {
    return this.changes.has(key) ? this.changes.get(key) !== undefined : this.base.has(key);
  }

  override with(key: K, value: V): this {
    this.changes.set(key, value);
    return this;
  }

  override without(key: K): this {
    this.changes.set(key, undefined);
    return this;
  }

  override entries(): IterableIterator<[K, V]> {
    return this.persisted().entries();
  }

  override values(): IterableIterator<V> {
    return this.persisted().values();
  }

  override keys(): IterableIterator<K> {
    return this.persisted().keys();
  }

  protected override plain(): PersistentMap<K, V> {
    return this.persisted();
  }

  persisted(): PersistentMap<K, V> {
    return this.changes.size === 0 ? this.base : this.base.withAll(this.changes);
  }
}

/** Keys and values in turn: a handful of keys are found as fast by looking along them as in a hash table, and cost a tenth to copy. */
type Bucket = readonly unknown[];
type Branch = ReadonlyArray<Bucket | undefined>;
type Branches = ReadonlyArray<Branch | undefined>;
type MutableBranch = Array<Bucket | undefined>;

/** 1,024 buckets: one key each at a thousand, a dozen when a night of 12,000 tickets an hour is still within recall. */
const WIDTH = 32;
const NOTHING: Bucket = [];

/** FNV-1a over the last characters: ids differ at their end. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, key.length - 12); i < key.length; i += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

const branchAt = (hash: number) => (hash >>> 5) & (WIDTH - 1);
const bucketAt = (hash: number) => hash & (WIDTH - 1);

function placeOf(bucket: Bucket, key: unknown): number {
  for (let at = 0; at < bucket.length; at += 2) if (bucket[at] === key) return at;
  return -1;
}

function copied(branch: Branch | undefined): MutableBranch {
  return branch?.slice() ?? new Array<Bucket | undefined>(WIDTH);
}

/** `at`: where the key stands, -1: nowhere yet. undefined: without it. */
function changedBucket(bucket: Bucket, at: number, key: string, value: unknown): Bucket {
  if (at === -1) return longer(bucket, key, value);
  const copy = bucket.slice();
  if (value === undefined) copy.splice(at, 2);
  else copy[at + 1] = value;
  return copy;
}

/** `push` on a copy would make room for many more. */
function longer(bucket: Bucket, key: string, value: unknown): Bucket {
  const copy = new Array<unknown>(bucket.length + 2);
  for (let at = 0; at < bucket.length; at += 1) copy[at] = bucket[at];
  copy[bucket.length] = key;
  copy[bucket.length + 1] = value;
  return copy;
}

function differing(ours: Bucket, theirs: Bucket): unknown[] {
  const keys: unknown[] = [];
  for (let at = 0; at < ours.length; at += 2) {
    const there = placeOf(theirs, ours[at]);
    if (there === -1 || theirs[there + 1] !== ours[at + 1]) keys.push(ours[at]);
  }
  for (let at = 0; at < theirs.length; at += 2) {
    if (placeOf(ours, theirs[at]) === -1) keys.push(theirs[at]);
  }
  return keys;
}

function* bucketsOf(branches: Branches): IterableIterator<Bucket> {
  for (const branch of branches) {
    if (branch === undefined) continue;
    for (const bucket of branch) if (bucket !== undefined) yield bucket;
  }
}
