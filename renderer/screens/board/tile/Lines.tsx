import { type ReactNode, useContext } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { cls } from '../../../ui/cls.ts';
import { PressArea } from '../../../ui/press/PressArea.tsx';
import { usePicked } from '../../expo/usePicks.ts';
import type { Block } from '../blocks.ts';
import { useActions } from '../boardActions.ts';
import { LitDish } from '../litDish.ts';
import { tileKey } from '../tileKey.ts';
import { BlockRow } from './BlockRow.tsx';
import css from './Line.module.css';
import { LineHead } from './LineHead.tsx';
import { lineGroups } from './lineGroups.ts';

/** The dishes of a tile, each one press target with all that belongs to it. */
export function Lines(props: { tile: TileView; blocks: readonly Block[]; isAgain: boolean }) {
  const { tile, blocks, isAgain } = props;
  const actions = useActions();
  const lit = useContext(LitDish);
  const picked = usePicked(tile);
  return lineGroups(blocks).map(({ key, line, own }, index) => {
    const rows = own.map((block) => <BlockRow key={block.key} tile={tile} block={block} />);
    if (line === null) return <div key={key}>{rows}</div>;
    const isResumed = isAgain && index === 0 && own[0]?.kind !== 'head' && own[0]?.kind !== 'seat';
    const ids = [...new Set(line.portions.map(({ externalId }) => externalId))];
    return (
      <PressArea
        key={key}
        zone={tileKey(tile)}
        className={cls(
          css.line,
          css[line.state],
          isResumed && css.resumed,
          line.dish === lit && css.lit,
          picked.has(line.key) && css.picked,
        )}
        act={(down) => actions.dish(tile, line, down)}
      >
        <Items ids={ids}>
          {isResumed && <LineHead tile={tile} line={line} isResumed />}
          {rows}
        </Items>
      </PressArea>
    );
  });
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
