import { useOwn } from '../../app/useOwn.ts';
import { deskTheme } from '../../theme/wearTheme.ts';
import { PressProvider } from '../../ui/press/pressContext.ts';
import { useScreenWatch } from '../../ui/press/useScreenWatch.ts';
import { useSoundPlace } from '../board/useSoundPlace.ts';
import { PartyList } from './book/PartyList.tsx';
import { HostAlerts } from './HostAlerts.tsx';
import { HostFooter } from './HostFooter.tsx';
import { HostHeader } from './HostHeader.tsx';
import css from './HostScreen.module.css';
import { HostSheets } from './HostSheets.tsx';
import { HostViewPane } from './HostViewPane.tsx';
import { DeskProvider } from './hostContext.ts';
import { useMakeDesk } from './useMakeDesk.ts';

/** A host has the voice of the pass. */
const PASS = { kind: 'expo' } as const;

/** `/host`: who comes, who sits where, and what the kitchen can take. */
export function HostScreen() {
  const watch = useScreenWatch();
  useSoundPlace(PASS);
  const { desk, note } = useMakeDesk();
  const theme = deskTheme(useOwn().theme);
  return (
    <PressProvider value={watch}>
      <DeskProvider value={desk}>
        <div className={css.screen} data-theme={theme}>
          <HostHeader />
          <main className={css.desk}>
            <div className={css.view}>
              <HostViewPane />
            </div>
            <div className={css.side}>
              <PartyList />
              <HostSheets />
            </div>
          </main>
          <HostAlerts note={note} />
          <HostFooter />
        </div>
      </DeskProvider>
    </PressProvider>
  );
}
