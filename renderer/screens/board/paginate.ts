/** A place's cells on the board: which page, which cell of it, which of its parts. */
export interface CellPlan {
  readonly key: string;
  readonly page: number;
  readonly cell: number;
  readonly part: number;
}

export interface PlaceSpan {
  readonly key: string;
  readonly parts: number;
}

/**
 * Places into cells in reading order. One ticket takes at most half a page: what is more of it goes on at the head of the next page, so that
 * a banquet never hides the rest of the board.
 */
export function paginate(places: readonly PlaceSpan[], cellsPerPage: number): CellPlan[] {
  const most = Math.max(1, Math.ceil(cellsPerPage / 2));
  const free = new FreeCells(cellsPerPage);
  const plan: CellPlan[] = [];
  for (const { key, parts } of places) {
    let page = 0;
    for (let part = 0; part < parts; part += 1) {
      if (part > 0 && part % most === 0) page += 1;
      const taken = free.take(page);
      page = taken.page;
      plan.push({ key, part, ...taken });
    }
  }
  return plan;
}

/** Cells are given out in order, but a long ticket may have taken the head of a page that others have not reached. */
class FreeCells {
  private readonly perPage: number;
  private readonly used: number[] = [];

  constructor(perPage: number) {
    this.perPage = perPage;
  }

  take(fromPage: number): { page: number; cell: number } {
    let page = fromPage;
    while ((this.used[page] ?? 0) >= this.perPage) page += 1;
    for (let before = this.used.length; before <= page; before += 1) this.used[before] = 0;
    const cell = this.used[page] ?? 0;
    this.used[page] = cell + 1;
    return { page, cell };
  }
}
