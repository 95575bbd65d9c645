import { type ReactNode, useRef } from 'react';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import { PressProvider } from '../../ui/press/pressContext.ts';
import { useScreenWatch } from '../../ui/press/useScreenWatch.ts';
import { BarProvider } from '../board/bar/barContext.ts';
import footer from '../board/footer/Footer.module.css';
import { LinkState } from '../board/footer/LinkState.tsx';
import { SoundHint } from '../board/footer/SoundHint.tsx';
import { UNDO_MS } from '../board/places.ts';
import hole from '../board/tile/Hole.module.css';
import type { Refuse } from '../board/useRefusals.ts';
import { useSoundPlace } from '../board/useSoundPlace.ts';
import css from './ListScreen.module.css';
import { useListBar } from './useListBar.ts';

const PASS = { kind: 'expo' } as const;

interface ListScreenProps {
  readonly name: string;
  /** The last press, while it may be undone. */
  readonly undo: { readonly words: string; readonly act: () => void } | null;
  /** Why a press was not done. */
  readonly note: string | null;
  readonly children: ReactNode;
  /** Zones of its cards in their order, for the keys of a bump bar. The same list while it is the same. */
  readonly cards: readonly string[];
  readonly refuse: Refuse;
  /** To other screens. */
  readonly buttons: ReactNode;
}

/** A screen of expo that is one list beside the board: what stands at the pass, and where it goes. */
export function ListScreen({ name, undo, note, cards, refuse, children, buttons }: ListScreenProps) {
  const watch = useScreenWatch();
  const root = useRef<HTMLDivElement>(null);
  const bar = useListBar({ root, watch, refuse, cards });
  useSoundPlace(PASS);
  return (
    <PressProvider value={watch}>
      <BarProvider value={bar}>
        <div ref={root} className={css.screen}>
          {children}
          <footer className={footer.footer}>
            {undo !== null && (
              <Press zone="list:undo" testId="undo" className={hole.undo} act={undo.act}>
                <span>{undo.words}</span>
                <span className={hole.bar} style={{ animationDuration: `${UNDO_MS}ms` }} />
              </Press>
            )}
            <Said words={note} />
            <div className={footer.row}>
              <div className={footer.station}>
                <h1 className={footer.name}>{name}</h1>
                <LinkState />
              </div>
              <SoundHint />
              <div className={footer.buttons}>{buttons}</div>
            </div>
          </footer>
        </div>
      </BarProvider>
    </PressProvider>
  );
}

/** Why a press was not done; else that the list may be old. */
function Said({ words }: { words: string | null }) {
  const { t, time } = useSpeech();
  const port = usePort();
  const isLost = usePicture(({ link }) => link === 'lost');
  if (words === null && !isLost) return null;
  return (
    <p className={css.said} role="alert" data-testid="alert">
      {words ?? t('link.lostTitle', { time: time(port.now() - port.ageMs()) })}
    </p>
  );
}
