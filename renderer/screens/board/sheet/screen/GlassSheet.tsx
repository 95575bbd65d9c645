import { useLayoutEffect, useRef, useState } from 'react';
import type { ToldGlass } from '../../../../../shared/protocol/toldGlass.ts';
import { setOwn } from '../../../../app/ownSettings.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { glassOf, measureWith } from '../../../../theme/physical.ts';
import { assumedGlass, rescaled } from '../../../../theme/tellGlass.ts';
import { useGlass } from '../../../../theme/useGlass.ts';
import { USUAL_DISTANCES_M, USUAL_INCHES } from '../../../../theme/usualGlasses.ts';
import { cls } from '../../../../ui/cls.ts';
import { decimal } from '../../../../ui/decimal.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import { boardGrid } from '../../boardGrid.ts';
import sheet from '../Sheet.module.css';
import { Sheet } from '../Sheet.tsx';
import { useSheet } from '../sheetContext.ts';
import { BankCard } from './BankCard.tsx';
import css from './GlassSheet.module.css';
import { SampleTile } from './SampleTile.tsx';

/** How large the glass is and from how far it is read. Nothing of the board changes before USE: no button moves under the finger that measures. */
export function GlassSheet() {
  const { t, language } = useSpeech();
  const { show } = useSheet();
  const own = useOwn();
  const { glass, viewport, device } = useGlass();
  const [draft, setDraft] = useState<ToldGlass>(() => own.glass ?? assumedGlass(device, glass));
  const meant = glassOf(device.widthPx, device.heightPx, draft);
  const { columns, tileWidthPx } = boardGrid(
    viewport.widthPx,
    viewport.heightPx,
    meant.pxPerMm,
    meant.distanceM,
  );
  const sample = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (sample.current) measureWith(sample.current, meant);
  }, [meant]);
  const tell = (told: ToldGlass | null) => {
    setOwn({ glass: told });
    show({ kind: 'screen' });
  };
  const foot = (
    <>
      <Press zone="glass:forget" testId="glass-forget" className={sheet.place} act={() => tell(null)}>
        {t('glass.forget')}
      </Press>
      <Press
        zone="glass:use"
        testId="glass-use"
        className={cls(sheet.place, sheet.main)}
        act={() => tell(draft)}
      >
        {t('glass.use')}
      </Press>
    </>
  );
  return (
    <Sheet title={t('glass.title')} why={t('glass.why')} foot={foot}>
      <section className={sheet.section}>
        <p className={sheet.heading}>{t('glass.inchHeading')}</p>
        <div className={sheet.choices}>
          {USUAL_INCHES.map((inch) => (
            <Press
              key={inch}
              zone={`inch:${inch}`}
              testId={`inch-${inch}`}
              className={cls(sheet.button, css.inch, inch === draft.inch && sheet.chosen)}
              act={() => setDraft({ ...draft, inch })}
            >
              {decimal(inch, language)}
            </Press>
          ))}
        </div>
      </section>
      <section className={sheet.section}>
        <p className={sheet.heading}>{t('glass.distanceHeading')}</p>
        <div className={sheet.choices}>
          {USUAL_DISTANCES_M.map((distanceM) => (
            <Press
              key={distanceM}
              zone={`distance:${distanceM}`}
              testId={`distance-${distanceM}`}
              className={cls(sheet.button, distanceM === draft.distanceM && sheet.chosen)}
              act={() => setDraft({ ...draft, distanceM })}
            >
              {t('glass.distance', { metres: decimal(distanceM, language) })}
            </Press>
          ))}
        </div>
      </section>
      <section className={sheet.section}>
        <p className={sheet.heading}>{t('glass.cardHeading', { inch: decimal(draft.inch, language) })}</p>
        <BankCard pxPerMm={meant.pxPerMm} onScale={(by) => setDraft(rescaled(draft, by))} />
      </section>
      <section className={sheet.section}>
        <p className={sheet.heading} data-testid="glass-columns">
          {t('glass.columns', { count: columns })}
        </p>
        <div ref={sample} data-glass="" className={css.sample} data-testid="glass-sample">
          <SampleTile widthPx={tileWidthPx} />
        </div>
      </section>
    </Sheet>
  );
}
