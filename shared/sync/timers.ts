/** Time as a machine may use it. `monotonic` never goes back or jumps; only its differences mean anything. */
export interface Timers {
  monotonic(): number;
  /** Runs once after `ms`; the result takes it back. */
  after(ms: number, run: () => void): () => void;
}
