import './jitless.ts';
import './look.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StationId } from '../../shared/lib/ids.ts';
import { connectScreen } from '../sync/connectScreen.ts';
import { glassOf, glassProperties } from '../theme/physical.ts';
import { Entrance } from './Entrance.tsx';
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
for (const [name, value] of Object.entries(
  glassProperties(glassOf(window.screen.width, window.screen.height)),
))
  document.documentElement.style.setProperty(name, value);

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
