export interface Cell {
  readonly page: number;
  /** Reading order within the page. */
  readonly cell: number;
}

/**
 * Places into cells in reading order: from how many parts each has to the cell of each part. One ticket takes at most half a page: what is
 * more of it goes on at the head of the next page, so that a banquet never hides the rest of the board. `stretch`: cells that stand together
 * as one, a column of a list; a ticket that fits into one is not torn between two.
 */
export function paginate(
  parts: readonly number[],
  cellsPerPage: number,
  stretch: number | null = null,
): Cell[][] {
  const most = Math.max(1, Math.ceil(cellsPerPage / 2));
  const free = new FreeCells(cellsPerPage);
  return parts.map((count) => {
    const cells: Cell[] = [];
    let page = 0;
    if (stretch !== null && count <= Math.min(stretch, most)) free.skipTo(count, stretch);
    for (let part = 0; part < count; part += 1) {
      if (part > 0 && part % most === 0) page += 1;
      const taken = free.take(page);
      page = taken.page;
      cells.push(taken);
    }
    return cells;
  });
}

/** Cells are given out in order, but a long ticket may have taken the head of a page that others have not reached. */
class FreeCells {
  private readonly perPage: number;
  private readonly used: number[] = [];
  private firstFree = 0;

  constructor(perPage: number) {
    this.perPage = perPage;
  }

  take(fromPage: number): Cell {
    while ((this.used[this.firstFree] ?? 0) >= this.perPage) this.firstFree += 1;
    let page = Math.max(fromPage, this.firstFree);
    while ((this.used[page] ?? 0) >= this.perPage) page += 1;
    for (let before = this.used.length; before <= page; before += 1) this.used[before] = 0;
    const cell = this.used[page] ?? 0;
    this.used[page] = cell + 1;
    return { page, cell };
  }

  /** The rest of a stretch that is too small for so many stays empty. */
  skipTo(count: number, stretch: number): void {
    for (let left = this.leftOf(stretch); left < count; left = this.leftOf(stretch))
      for (let skipped = 0; skipped < left; skipped += 1) this.take(this.firstFree);
  }

  private leftOf(stretch: number): number {
    while ((this.used[this.firstFree] ?? 0) >= this.perPage) this.firstFree += 1;
    return stretch - ((this.used[this.firstFree] ?? 0) % stretch);
  }
}
