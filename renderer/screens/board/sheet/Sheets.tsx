import type { CSSProperties } from 'react';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { BlockSheet } from '../../expo/BlockSheet.tsx';
import { ExpoColumn } from '../../expo/ExpoColumn.tsx';
import { PlatesSheet } from '../../expo/plates/PlatesSheet.tsx';
import { KeySheet } from '../../keying/KeySheet.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import type { BoardTools } from '../boardTools.ts';
import { ChitsSheet } from '../paper/ChitsSheet.tsx';
import { AwaySheet } from './AwaySheet.tsx';
import { BarSheet } from './BarSheet.tsx';
import { CardSheet } from './CardSheet.tsx';
import { DishSheet } from './DishSheet.tsx';
import { EightySixDishSheet } from './EightySixDishSheet.tsx';
import { EightySixSheet } from './EightySixSheet.tsx';
import { LaterSheet } from './LaterSheet.tsx';
import { NotDoneSheet } from './NotDoneSheet.tsx';
import { RecallSheet } from './RecallSheet.tsx';
import { RefireSheet } from './RefireSheet.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import { ScreenSheet } from './ScreenSheet.tsx';
import { SeatsSheet } from './SeatsSheet.tsx';
import css from './Sheets.module.css';
import { SoundsSheet } from './SoundsSheet.tsx';
import { GlassSheet } from './screen/GlassSheet.tsx';
import { sheetLeftPx } from './sheetColumns.ts';
import { type SheetName, useSheet } from './sheetContext.ts';
import { TableSheet } from './TableSheet.tsx';

interface SheetsProps {
  readonly place: BoardPlace;
  readonly picture: BoardPicture;
  readonly tools: BoardTools;
}

/** The sheet that is open, over the columns it covers. */
export function Sheets(props: SheetsProps) {
  const { open } = useSheet();
  if (open === null) return null;
  const { grid, covered } = props.picture;
  const style = { left: sheetLeftPx(grid, covered), '--sheet-gap': `${grid.gapPx}px` } as CSSProperties;
  return (
    <div className={css.over} style={style}>
      <One {...props} open={open} />
    </div>
  );
}

function One({ open, place, picture, tools }: SheetsProps & { open: SheetName }) {
  switch (open.kind) {
    case 'recall':
      return <RecallSheet place={place} tools={tools} />;
    case 'review':
      return <ReviewSheet place={place} ticket={open.ticket} backTo={open.backTo} tools={tools} />;
    case 'dish':
      return <DishSheet picture={picture} dish={open.key} />;
    case 'seats':
      return <SeatsSheet place={place} {...open} />;
    case 'card':
      return <CardSheet {...open} />;
    case 'eightySix':
      return <EightySixSheet place={place} />;
    case 'eightySixDish':
      return <EightySixDishSheet key={open.dish} dish={open.dish} backTo={open.backTo} tools={tools} />;
    case 'later':
      return <LaterSheet place={place} />;
    case 'table':
      return <TableSheet key={open.ticket} ticket={open.ticket} tools={tools} />;
    case 'block':
      return <BlockSheet key={open.ticket} ticket={open.ticket} tools={tools} />;
    case 'refire':
      return <RefireSheet place={place} ticket={open.ticket} tools={tools} />;
    case 'plates':
      return <PlatesSheet {...open} />;
    case 'key':
      return <KeySheet key={open.onto} onto={open.onto} refuse={tools.refuse} />;
    case 'expoColumn':
      return <ExpoColumn tools={tools} />;
    case 'notDone':
      return <NotDoneSheet />;
    case 'away':
      return <AwaySheet place={place} />;
    case 'chits':
      return <ChitsSheet picture={picture} />;
    case 'bar':
      return <BarSheet />;
    case 'glass':
      return <GlassSheet />;
    case 'sounds':
      return <SoundsSheet />;
    case 'screen':
      return <ScreenSheet place={place} />;
    default:
      return open satisfies never;
  }
}
