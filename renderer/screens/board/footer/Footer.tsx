import { memo, type ReactNode } from 'react';
import { isOff } from '../../../../shared/domain/model/dish.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import { ChitsButton } from '../paper/ChitsButton.tsx';
import { useSheet } from '../sheet/sheetContext.ts';
import { AlertLine } from './AlertLine.tsx';
import { AllDay } from './AllDay.tsx';
import type { AllDayGap } from './allDayGaps.ts';
import { Clean } from './Clean.tsx';
import css from './Footer.module.css';
import { LinkState } from './LinkState.tsx';
import { SheetButton } from './SheetButton.tsx';
import { SoundHint } from './SoundHint.tsx';

interface FooterProps {
  readonly name: string;
  readonly picture: BoardPicture;
  readonly gaps: readonly AllDayGap[];
  readonly note: string | null;
  readonly goTo: (page: number) => void;
  /** Buttons of this screen before CLEAN. */
  readonly children?: ReactNode;
  readonly reference: React.Ref<HTMLElement>;
}

export function Footer({ name, picture, gaps, note, goTo, children, reference }: FooterProps) {
  const { t } = useSpeech();
  const { board } = picture;
  return (
    <footer ref={reference} className={css.footer}>
      <h1 className={css.unseen}>{name}</h1>
      <AlertLine picture={picture} note={note} goTo={goTo} />
      <div className={css.row}>
        <ThisScreen name={name} />
        <SoundHint />
        <AllDay lines={board.allDay} gaps={gaps} />
        <div className={css.buttons}>
          {board.later > 0 && <SheetButton sheet={LATER} words={t('footer.later', { count: board.later })} />}
          <ChitsButton />
          <EightySixButton />
          {children}
          <Clean />
        </div>
      </div>
    </footer>
  );
}

const ThisScreen = memo(function ThisScreen({ name }: { name: string }) {
  const { t } = useSpeech();
  const { open, show, close } = useSheet();
  return (
    <Press
      zone="station"
      testId="station"
      className={css.station}
      hint={t('footer.thisScreen', { name })}
      act={() => (open?.kind === 'screen' ? close() : show({ kind: 'screen' }))}
    >
      <b className={css.name}>{name}</b>
      <LinkState />
    </Press>
  );
});

const LATER = { kind: 'later' } as const;
const EIGHTY_SIX = { kind: 'eightySix' } as const;

/** `86 · 2`: how many dishes are off. */
const EightySixButton = memo(function EightySixButton() {
  const { t } = useSpeech();
  const off = useLook(countOff);
  return (
    <SheetButton
      sheet={EIGHTY_SIX}
      words={off > 0 ? t('eightySix.buttonOff', { count: off }) : t('eightySix.button')}
    />
  );
});

const countOff = (state: State) => Object.values(state.dishes).filter(isOff).length;
