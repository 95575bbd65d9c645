import { useState } from 'react';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import { type TestPrintSaid, testPrintWords } from '../../app/testPrintWords.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { isLinked } from './printerEdits.ts';
import css from './Setup.module.css';
import { setupApi } from './setupApi.ts';

/** Prints a chit of an example on the printer as it stands on the page, saved or not, and says what became of it. */
export function TestPrint({ printer }: { printer: PrinterConfig }) {
  const { t } = useSpeech();
  const [said, setSaid] = useState<TestPrintSaid | null>(null);
  const test = async () => {
    setSaid('testing');
    const answer = await setupApi.testPrint(printer);
    setSaid(answer.ok ? answer.value.outcome : 'unreachable');
  };
  const hasLink = isLinked(printer.link);
  return (
    <div className={css.row}>
      <button
        type="button"
        className={css.button}
        disabled={said === 'testing' || !hasLink}
        data-testid="test-print"
        onClick={() => void test()}
      >
        {t('setup.printers.test')}
      </button>
      <span className={cls(css.grow, toneOf(said))} role="status" data-testid="test-outcome">
        {!hasLink && t('setup.printers.tested.refused')}
        {hasLink && said !== null && testPrintWords(said, t, 'setup.unreachable')}
      </span>
    </div>
  );
}

function toneOf(said: TestPrintSaid | null): string | undefined {
  if (said === null || said === 'testing') return css.quiet;
  return said === 'printed' ? css.good : css.bad;
}
