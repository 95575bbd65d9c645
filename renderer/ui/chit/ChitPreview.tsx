import { useMemo } from 'react';
import { chitContent, type PaperState } from '../../../shared/chits/chitContent.ts';
import { layOut } from '../../../shared/chits/layOut.ts';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import type { PersonId } from '../../../shared/lib/ids.ts';
import { useSpoken } from '../../app/useLanguages.ts';
import { useSpeech } from '../../app/words.ts';
import { ChitPaper } from './ChitPaper.tsx';
import { chitSpeech } from './chitSpeech.ts';

interface ChitPreviewProps {
  readonly state: PaperState;
  readonly chit: Chit;
  readonly config: HouseConfig;
  readonly printer: Pick<PrinterConfig, 'language' | 'width'>;
  readonly nameOf: (person: PersonId) => string | null;
}

/** What the printer will say, in the printer's language whatever the screen's. */
export function ChitPreview({ state, chit, config, printer, nameOf }: ChitPreviewProps) {
  const { t } = useSpeech();
  const { code: language, version } = useSpoken([printer.language ?? config.venue.language]);
  const { timeZone } = config.venue;
  const columns = printer.width === 58 ? 32 : 48;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words of the same language are another chit
  const lines = useMemo(() => {
    const speech = chitSpeech(language, timeZone);
    const content = chitContent(state, chit, { config, language, nameOf });
    return layOut(content, { columns, speech });
  }, [state, chit, config, language, nameOf, columns, timeZone, version]);
  return <ChitPaper lines={lines} columns={columns} label={t('chit.id', { id: chit.number })} />;
}
