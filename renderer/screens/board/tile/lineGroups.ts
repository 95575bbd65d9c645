import type { LineView } from '../../../../shared/domain/selectors/boardView.ts';
import type { Block } from '../blocks.ts';

export interface LineGroup {
  readonly key: string;
  readonly line: LineView | null;
  readonly own: Block[];
}

/** Blocks that follow one another and belong to one dish are one press target. */
export function lineGroups(blocks: readonly Block[]): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.line !== null && last.line === block.line) last.own.push(block);
    else
      groups.push({ key: block.line === null ? block.key : block.line.key, line: block.line, own: [block] });
  }
  return groups;
}
