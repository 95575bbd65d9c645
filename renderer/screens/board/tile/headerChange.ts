import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';

/** A changed server, table, number or covers is outlined for 30 s (PRODUCT.md): no sound, nothing to bump. */
export const OUTLINED_MS = 30_000;

export type HeaderField = 'table' | 'number' | 'server' | 'covers';

/** What stood there before, while that is news; null inside: nothing stood there. undefined: it is no news. */
export function headerWas(
  { headWas, headChangedAt }: Pick<TileView, 'headWas' | 'headChangedAt'>,
  field: HeaderField,
  now: number,
): string | number | null | undefined {
  if (headChangedAt === null || now - headChangedAt >= OUTLINED_MS) return undefined;
  return headWas?.[field];
}
