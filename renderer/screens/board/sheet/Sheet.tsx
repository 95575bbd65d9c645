import { SheetFrame, type SheetWords } from './SheetFrame.tsx';
import { useSheet } from './sheetContext.ts';

/** Lies over the last columns of the board; the rest stays in sight and works. `onClose`: what is done beside its going. */
export function Sheet({ onClose, ...words }: SheetWords & { readonly onClose?: () => void }) {
  const { close } = useSheet();
  const act = () => {
    onClose?.();
    close();
  };
  return <SheetFrame {...words} close={act} />;
}
