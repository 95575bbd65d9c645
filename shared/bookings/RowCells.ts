import { removeCardNumbers } from '../protocol/outside/cardNumbers.ts';
import type { BookingField } from './bookingFields.ts';
import type { RowProblem, RowProblemCode } from './rowProblem.ts';

/** Enough of a cell to find it by. */
const FOUND_CHARACTERS = 60;
const NOTHING: readonly string[] = [];

/** The cells of one row by what they hold, and what turned out to be wrong with them. */
export class RowCells {
  readonly problems: RowProblem[] = [];
  private readonly row: number;
  private readonly columns: readonly (BookingField | null)[];
  private readonly byField = new Map<BookingField, string[]>();

  constructor(cells: readonly string[], row: number, columns: readonly (BookingField | null)[]) {
    this.row = row;
    this.columns = columns;
    for (const [index, field] of columns.entries()) {
      const cell = (cells[index] ?? '').trim();
      if (field === null || cell === '') continue;
      const known = this.byField.get(field);
      if (known) known.push(cell);
      else this.byField.set(field, [cell]);
    }
  }

  /** '' where there is no such column, or nothing in it. */
  text(field: BookingField): string {
    return this.byField.get(field)?.[0] ?? '';
  }

  /** What every column of this kind says. */
  all(field: BookingField): readonly string[] {
    return this.byField.get(field) ?? NOTHING;
  }

  has(field: BookingField): boolean {
    return this.columns.includes(field);
  }

  /** Notes it and gives nothing to go on with. */
  wrong(field: BookingField, code: RowProblemCode): null {
    this.problems.push(this.problem(field, code, this.text(field)));
    return null;
  }

  problem(field: BookingField | null, code: RowProblemCode, found: string): RowProblem {
    const at = field === null ? -1 : this.columns.indexOf(field);
    return {
      row: this.row,
      column: at === -1 ? null : at + 1,
      field,
      code,
      found: removeCardNumbers([...found].slice(0, FOUND_CHARACTERS).join('')),
    };
  }
}
