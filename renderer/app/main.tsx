import './jitless.ts';
import './look.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StationId } from '../../shared/lib/ids.ts';
import { connectScreen } from '../sync/connectScreen.ts';
import { glassOf, measureWith } from '../theme/physical.ts';
import { takeGlass } from '../theme/tellGlass.ts';
import { wearTheme } from '../theme/wearTheme.ts';
import { listenForTouches } from '../ui/sounds.ts';
import { Entrance } from './Entrance.tsx';
import { recallLanguage } from './languages.ts';
import { ownSettings, setOwn } from './ownSettings.ts';
import { type Route, routeOf } from './route.ts';
import { screenName } from './screenName.ts';
import { exchangeToken } from './session.ts';

/** Which station's screen this page is to the hub; null: of none. */
function stationOf(route: Route): StationId | null {
  if (route.kind !== 'kitchen' && route.kind !== 'expo') return null;
  return StationId.safeParse(route.kind === 'expo' ? 'expo' : route.station).data ?? null;
}

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');
const root = createRoot(element);

// The link of a new screen tells how large its glass is; what it was told stays with the screen and leaves the address.
const told = takeGlass(window.location.search);
if (told.glass !== null) {
  setOwn({ glass: told.glass });
  window.history.replaceState(null, '', window.location.pathname + told.search + window.location.hash);
}
const own = ownSettings();
wearTheme(own.theme);
measureWith(document.documentElement, glassOf(window.screen.width, window.screen.height, own.glass));

listenForTouches();
recallLanguage();
const route = routeOf(window.location.pathname, window.location.search);
const session = await exchangeToken();
const connection =
  session === 'refused' || session === 'unreachable'
    ? null
    : connectScreen({
        station: stationOf(route),
        screen: screenName(),
        // Shows in the browser's own list of errors; nothing a cook can act on.
        onProblem: (problem) => window.reportError(problem),
      });

root.render(
  <StrictMode>
    <Entrance port={connection?.port ?? null} route={route} />
  </StrictMode>,
);
