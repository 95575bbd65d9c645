import { type DemoTable, TABLES } from '../restaurant/tables.ts';
import { MINUTE_MS } from './plan.ts';

/** A table is asked for as long as its party will probably sit. Whoever finds none free comes when one is. */
export class TableBook {
  private readonly freeAt = new Map<string, number>();

  take(covers: number, atMs: number): { table: DemoTable; atMs: number } {
    const fitting = TABLES.filter(({ seats }) => seats >= covers);
    const candidates = fitting.length > 0 ? fitting : TABLES.slice(-1);
    const free = candidates.filter((table) => this.freeFrom(table) <= atMs);
    const [table] =
      free.length > 0 ? free : [...candidates].sort((a, b) => this.freeFrom(a) - this.freeFrom(b));
    if (!table) throw new Error('the demo has no tables');
    const from = Math.max(atMs, this.freeFrom(table));
    this.freeAt.set(table.id, from + stayMinutes(covers) * MINUTE_MS);
    return { table, atMs: from };
  }

  private freeFrom({ id }: DemoTable): number {
    return this.freeAt.get(id) ?? 0;
  }
}

/** How long guests will probably sit. */
export function stayMinutes(covers: number): number {
  return 65 + 3 * covers;
}
