import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type PrinterState, printerStates } from '../../../../shared/domain/selectors/printerStates.ts';
import { useLook } from '../../../app/useLook.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import sheet from '../sheet/Sheet.module.css';
import css from './Chits.module.css';
import { troubleWords } from './paperWords.ts';

/** Every printer of the house: what it is doing, how much waits, what went wrong last. */
export function PrinterRows() {
  const speech = useSpeech();
  const { t, stationName } = speech;
  const printers = useLook(
    useCallback((state: State, config: HouseConfig) => printerStates(state, config), []),
  );
  if (printers.length === 0) return null;
  return (
    <>
      <p className={css.heading}>{t('paper.printers')}</p>
      {printers.map((printer) => (
        <div key={printer.id} className={sheet.row} data-testid="printer-state" data-printer={printer.id}>
          <div>
            <p className={sheet.name}>
              {printer.name}{' '}
              <span className={sheet.detail}>{printer.stations.map(stationName).join(', ')}</span>
            </p>
            {printer.problem !== null && (
              <p className={sheet.detail}>{problemWords(printer.problem, speech)}</p>
            )}
          </div>
          <p className={css.state}>
            <span className={cls(printer.trouble !== null && css.doubt)}>{nowWords(printer, speech)}</span>
          </p>
        </div>
      ))}
    </>
  );
}

export function nowWords({ waiting, trouble, isPrinting, printedAt }: PrinterState, speech: Speech): string {
  const { t, time } = speech;
  if (waiting !== null) {
    const waits = t('paper.printer.waits', { count: waiting.count, time: time(waiting.since) });
    return trouble === null ? waits : `${troubleWords(trouble, speech)}: ${waits}`;
  }
  if (isPrinting) return t('paper.printer.printing');
  return printedAt === null ? t('paper.printer.nothing') : t('paper.printer.last', { time: time(printedAt) });
}

function problemWords(problem: NonNullable<PrinterState['problem']>, speech: Speech): string {
  const { t, time } = speech;
  const { number, at, trouble } = problem;
  const why = trouble === null ? '' : `: ${troubleWords(trouble, speech)}`;
  return `${t('paper.printer.problem', { number, time: time(at) })}${why}`;
}
