import { memo, type ReactNode, useContext } from 'react';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { cls } from '../../../ui/cls.ts';
import { PressArea } from '../../../ui/press/PressArea.tsx';
import { usePicked } from '../../expo/usePicks.ts';
import { type Block, resumedKey } from '../blocks.ts';
import { useActions } from '../boardActions.ts';
import { LitDish } from '../litDish.ts';
import { tileKey } from '../tileKey.ts';
import { BlockRow } from './BlockRow.tsx';
import css from './Line.module.css';
import { LineHead } from './LineHead.tsx';
import { lineGroups } from './lineGroups.ts';
import { areBlocksSame, looksAtTile } from './sameDrawn.ts';
import { useTileNow } from './tileNow.ts';

/** The dishes of a tile, each one press target with all that belongs to it. */
export function Lines(props: { tile: TileView; blocks: readonly Block[]; isAgain: boolean }) {
  const { tile, blocks, isAgain } = props;
  const lit = useContext(LitDish);
  const picked = usePicked(tile);
  return lineGroups(blocks).map(({ key, line, own }, index) => {
    if (line === null)
      return (
        <div key={key}>
          {own.map((block) => (
            <BlockRow key={block.key} tile={tile} block={block} />
          ))}
        </div>
      );
    const isResumed = isAgain && index === 0 && own[0]?.kind !== 'head' && own[0]?.kind !== 'seat';
    return (
      <DishLine
        key={key}
        tile={tile}
        line={line}
        own={own}
        isResumed={isResumed}
        isLit={line.dish === lit}
        isPicked={picked.has(line.key)}
      />
    );
  });
}

interface DishLineProps {
  readonly tile: TileView;
  readonly line: LineView;
  readonly own: readonly Block[];
  readonly isResumed: boolean;
  readonly isLit: boolean;
  readonly isPicked: boolean;
}

const DishLine = memo(function DishLine(props: DishLineProps) {
  const { tile, line, own, isResumed, isLit, isPicked } = props;
  const actions = useActions();
  const tileNow = useTileNow(tile);
  const ids = [...new Set(line.portions.map(({ externalId }) => externalId))];
  return (
    <PressArea
      zone={tileKey(tile)}
      className={cls(
        css.line,
        css[line.from?.isWaited ? 'held' : line.state],
        isResumed && css.resumed,
        isLit && css.lit,
        isPicked && css.picked,
      )}
      act={(down) => actions.dish(tileNow(), line, down)}
      stay={() => actions.card(line)}
    >
      <Items ids={ids}>
        {isResumed && (
          <div data-block={resumedKey(line)}>
            <LineHead tile={tile} line={line} isResumed />
          </div>
        )}
        {own.map((block) => (
          <BlockRow key={block.key} tile={tile} block={block} />
        ))}
      </Items>
    </PressArea>
  );
}, isDrawnTheSame);

function isDrawnTheSame(a: DishLineProps, b: DishLineProps): boolean {
  if (a.isResumed !== b.isResumed || a.isLit !== b.isLit || a.isPicked !== b.isPicked) return false;
  if (a.line !== b.line || !areBlocksSame(a.own, b.own)) return false;
  return a.tile === b.tile || (tileKey(a.tile) === tileKey(b.tile) && !b.own.some(looksAtTile));
}

/** Equal dishes share one line: each of the POS's items still is an element of its own, one around the other. */
function Items({ ids, children }: { ids: readonly string[]; children: ReactNode }): ReactNode {
  const [id, ...others] = ids;
  if (id === undefined) return children;
  return (
    <div data-testid="item" data-item-id={id}>
      <Items ids={others}>{children}</Items>
    </div>
  );
}
