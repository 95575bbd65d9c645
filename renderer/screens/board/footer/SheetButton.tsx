import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { type SheetName, useSheet } from '../sheet/sheetContext.ts';
import css from './Footer.module.css';

/** Opens its sheet, and closes it again. */
export function SheetButton({ sheet, words }: { sheet: SheetName; words: string }) {
  const { open, show, close } = useSheet();
  const isOpen = open?.kind === sheet.kind;
  return (
    <Press
      zone={`sheet:${sheet.kind}`}
      testId={`open-${sheet.kind}`}
      className={cls(css.button, isOpen && css.open)}
      act={() => (isOpen ? close() : show(sheet))}
    >
      {words}
    </Press>
  );
}
