import type { BoardPlace } from '../../../app/screenPort.ts';
import { useSpeech } from '../../../app/words.ts';
import { Sheet } from './Sheet.tsx';
import { BarSection } from './screen/BarSection.tsx';
import { KeyingSection } from './screen/KeyingSection.tsx';
import { LanguageSection } from './screen/LanguageSection.tsx';
import { PrinterSection } from './screen/PrinterSection.tsx';
import { SoundSection } from './screen/SoundSection.tsx';
import { StationSection } from './screen/StationSection.tsx';

/** What this one screen is: which station, how loud, which language, with which keys. */
export function ScreenSheet({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  return (
    <Sheet title={t('sheet.screen')} why={t('sheet.screenWhy')}>
      <KeyingSection />
      <StationSection place={place} />
      <SoundSection />
      <LanguageSection />
      <BarSection />
      <PrinterSection />
    </Sheet>
  );
}
