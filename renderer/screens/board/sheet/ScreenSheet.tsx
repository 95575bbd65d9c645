import type { BoardPlace } from '../../../app/screenPort.ts';
import { useSpeech } from '../../../app/words.ts';
import { Sheet } from './Sheet.tsx';
import { BarSection } from './screen/BarSection.tsx';
import { ExpoSection } from './screen/ExpoSection.tsx';
import { GlassSection } from './screen/GlassSection.tsx';
import { KeyingSection } from './screen/KeyingSection.tsx';
import { LanguageSection } from './screen/LanguageSection.tsx';
import { PrinterSection } from './screen/PrinterSection.tsx';
import { SoundSection } from './screen/SoundSection.tsx';
import { StationSection } from './screen/StationSection.tsx';
import { ThemeSection } from './screen/ThemeSection.tsx';

/** What this one screen is: which station, how loud, which language, in which colours and sizes, with which keys. */
export function ScreenSheet({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  return (
    <Sheet title={t('sheet.screen')} why={t('sheet.screenWhy')}>
      <KeyingSection />
      <StationSection place={place} />
      <ExpoSection place={place} />
      <SoundSection place={place} />
      <LanguageSection />
      <ThemeSection />
      <GlassSection />
      <BarSection />
      <PrinterSection />
    </Sheet>
  );
}
