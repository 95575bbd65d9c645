import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;
const pool = Buffer.alloc(POOL_BYTES);
let next = POOL_BYTES;

/** Random bytes of the system, fetched some hundred at a time: a call for twelve of them costs as much as one for thousands. No more than the pool holds. */
export function randomOf(bytes: number): Buffer {
  if (next + bytes > POOL_BYTES) {
    randomFillSync(pool);
    next = 0;
  }
  const taken = Buffer.from(pool.subarray(next, next + bytes));
  // What was given out lies nowhere else.
  pool.fill(0, next, next + bytes);
  next += bytes;
  return taken;
}
