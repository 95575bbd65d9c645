import { lazy, Suspense, useLayoutEffect } from 'react';
import { NO_STATION } from '../../shared/lib/ids.ts';
import { ExpoScreen } from '../screens/expo/ExpoScreen.tsx';
import { HandOffScreen } from '../screens/handoff/HandOffScreen.tsx';
import { RunnerScreen } from '../screens/runner/RunnerScreen.tsx';
import { StationScreen } from '../screens/station/StationScreen.tsx';
import { useGlass } from '../theme/useGlass.ts';
import { wearTheme } from '../theme/wearTheme.ts';
import { Message } from './Message.tsx';
import { OtherRole } from './OtherRole.tsx';
import { PortProvider, usePicture, usePort } from './portContext.ts';
import type { Route } from './route.ts';
import type { ScreenPort } from './screenPort.ts';
import { useHouseSpeech } from './useHouseSpeech.ts';
import { useOwn } from './useOwn.ts';
import { SpeechProvider, useSpeech } from './words.ts';

/** Fetched by whoever opens them: a kitchen's tablet never does. */
const HostScreen = lazy(async () => ({
  default: (await import('../screens/host/HostScreen.tsx')).HostScreen,
}));
const SetupScreen = lazy(async () => ({
  default: (await import('../screens/setup/SetupScreen.tsx')).SetupScreen,
}));
const WelcomeScreen = lazy(async () => ({
  default: (await import('../screens/setup/WelcomeScreen.tsx')).WelcomeScreen,
}));

/** Screens that say something before the first snapshot is there. */
const NEEDS_NO_BOARD: ReadonlySet<Route['kind']> = new Set(['later', 'setup', 'welcome']);

/** One page: the screen that its address names, on the port it is given. */
export function App({ port, route }: { port: ScreenPort; route: Route }) {
  return (
    <PortProvider value={port}>
      <House route={route} />
    </PortProvider>
  );
}

function House({ route }: { route: Route }) {
  const config = usePicture((picture) => picture.config);
  const isLoaded = usePicture((picture) => picture.isLoaded);
  const speech = useHouseSpeech(config);
  const { theme } = useOwn();
  useLayoutEffect(() => wearTheme(theme), [theme]);
  useGlass();
  return (
    <SpeechProvider value={speech}>
      {isLoaded || NEEDS_NO_BOARD.has(route.kind) ? <Screen route={route} /> : <NotYet route={route} />}
    </SpeechProvider>
  );
}

function Screen({ route }: { route: Route }) {
  const stations = usePicture(({ config }) => config.stations);
  switch (route.kind) {
    case 'expo':
      return <ExpoScreen />;
    case 'run':
      return <RunnerScreen />;
    case 'handoff':
      return <HandOffScreen />;
    case 'host':
      return (
        <Suspense fallback={<Starting />}>
          <HostScreen />
        </Suspense>
      );
    case 'setup':
      return (
        <Suspense fallback={<Starting />}>
          <SetupScreen />
        </Suspense>
      );
    case 'welcome':
      return (
        <Suspense fallback={<Starting />}>
          <WelcomeScreen />
        </Suspense>
      );
    case 'later':
      return <ComesLater name={route.name} />;
    case 'kitchen': {
      const station = stations.find(({ id }) => id === route.station && id !== NO_STATION);
      return station ? (
        <StationScreen key={station.id} config={station} />
      ) : (
        <UnknownStation id={route.station} />
      );
    }
    default:
      return route satisfies never;
  }
}

function NotYet({ route }: { route: Route }) {
  const port = usePort();
  const isOfAnotherRole = usePicture(() => port.trouble() === 'role');
  return isOfAnotherRole ? <OtherRole route={route} /> : <Starting />;
}

/** Nothing has come yet; and where the hub or the network says why, that. */
function Starting() {
  const speech = useSpeech();
  const { t } = speech;
  const port = usePort();
  const trouble = usePicture(() => port.trouble());
  const key = `empty.trouble.${trouble ?? ''}`;
  if (trouble === null) return <Message title={t('empty.starting')} why={t('empty.startingWhy')} />;
  return (
    <Message title={t('empty.notStarted')} why={t(speech.has(key) ? key : 'empty.trouble.network')}>
      <button type="button" onClick={() => window.location.reload()}>
        {t('page.tryAgain')}
      </button>
    </Message>
  );
}

function ComesLater({ name }: { name: string }) {
  const { t } = useSpeech();
  return (
    <Message title={`${t(`page.${name}`)}: ${t('page.later')}`} why={t('page.laterWhy')}>
      <ScreenLinks />
    </Message>
  );
}

function UnknownStation({ id }: { id: string }) {
  const { t } = useSpeech();
  return (
    <Message title={t('page.unknownStation', { station: id })} why={t('page.unknownStationWhy')}>
      <ScreenLinks />
    </Message>
  );
}

function ScreenLinks() {
  const { t, stationName } = useSpeech();
  const stations = usePicture(({ config }) => config.stations);
  return (
    <>
      {stations.map(({ id }) => (
        <a key={id} href={`/kitchen/${id}`}>
          {stationName(id)}
        </a>
      ))}
      <a href="/expo">{t('page.expo')}</a>
    </>
  );
}
