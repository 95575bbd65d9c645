import { useEffect, useState } from 'react';
import { type TestPrintSaid, testPrintWords } from '../../../../app/testPrintWords.ts';
import { useSpeech } from '../../../../app/words.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';
import { printTestSlip, readOwnPrinter } from './ownPrinterApi.ts';

/** TEST PRINT for the printer at this very device: only here can it be tried. Nothing where the device has none, or is the hub's. */
export function PrinterSection() {
  const { t } = useSpeech();
  const [printer, setPrinter] = useState<string | null>(null);
  const [said, setSaid] = useState<TestPrintSaid | null>(null);
  useEffect(() => {
    let isGone = false;
    void readOwnPrinter().then((name) => {
      if (!isGone) setPrinter(name);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (printer === null) return null;
  const test = async () => {
    setSaid('testing');
    setSaid((await printTestSlip()) ?? 'unreachable');
  };
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('sheet.ownPrinter', { printer })}</p>
      <div className={css.choices}>
        <Press
          zone="screen:test-print"
          testId="own-test-print"
          className={css.button}
          act={() => {
            if (said !== 'testing') void test();
          }}
        >
          {t('setup.printers.test')}
        </Press>
      </div>
      <p className={css.why} role="status" data-testid="own-test-outcome">
        {said !== null && testPrintWords(said, t, 'sheet.ownPrinterSilent')}
      </p>
    </section>
  );
}
