import { useMemo, useState } from 'react';
import { layOut } from '../../../shared/chits/layOut.ts';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import { usePort } from '../../app/portContext.ts';
import { useSpoken } from '../../app/useLanguages.ts';
import { useSpeech } from '../../app/words.ts';
import { ChitPaper } from '../../ui/chit/ChitPaper.tsx';
import { chitSpeech } from '../../ui/chit/chitSpeech.ts';
import { stationsAt } from './printerEdits.ts';
import css from './Setup.module.css';
import { sampleChit } from './sampleChit.ts';
import { useSection } from './setupContext.ts';

/** A chit as this printer would print it, without paper: its width and its language. */
export function PrinterExample({ printer }: { printer: PrinterConfig }) {
  const { t } = useSpeech();
  const port = usePort();
  const { draft } = useSection();
  const [isOpen, setOpen] = useState(false);
  const { code: language, version } = useSpoken([printer.language ?? draft.venue.language]);
  const { timeZone } = draft.venue;
  const columns = printer.width === 58 ? 32 : 48;
  const station = stationsAt(draft, printer.id)[0] ?? draft.stations[0]?.name ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words of the same language are another chit
  const lines = useMemo(() => {
    if (!isOpen) return [];
    const speech = chitSpeech(language, timeZone);
    const say = (key: string) => speech.t(`setup.printers.sample.${key}`);
    return layOut(sampleChit(station, port.now(), say), { columns, speech });
  }, [isOpen, language, version, timeZone, station, columns, port]);
  return (
    <div className={css.field}>
      <div>
        <button
          type="button"
          className={css.button}
          aria-expanded={isOpen}
          data-testid="printer-example"
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'setup.printers.exampleOff' : 'setup.printers.example')}
        </button>
      </div>
      {isOpen && (
        <div className={css.sideways}>
          <ChitPaper
            lines={lines}
            columns={columns}
            label={t('setup.printers.exampleOf', { name: printer.name })}
          />
        </div>
      )}
    </div>
  );
}
