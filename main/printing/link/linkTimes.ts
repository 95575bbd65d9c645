/** Deadlines of a link, each from its own beginning however much moves meanwhile. */
export interface LinkTimes {
  readonly connectMs: number;
  readonly statusMs: number;
  /** From the connection's beginning to the answer that the chit is on paper. */
  readonly totalMs: number;
  /** A printer that stops in mid-chit (paper, cover) is given so long to go on before the outcome is `unknown`. */
  readonly troubleMs: number;
}

/** A printer that is gone is known within 5 s (connect, then status); a chit of a metre takes 10 s on a slow printer. */
export const LINK_TIMES: LinkTimes = {
  connectMs: 2_000,
  statusMs: 1_500,
  totalMs: 20_000,
  troubleMs: 3_000,
};
