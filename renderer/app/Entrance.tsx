import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncPort } from '../sync/SyncPort.ts';
import { App } from './App.tsx';
import { FailureGuard } from './FailureGuard.tsx';
import { Message } from './Message.tsx';
import type { Route } from './route.ts';

/** Lets the page in, or says why not. No port: the token in the address was refused. */
export function Entrance({ port, route }: { port: SyncPort | null; route: Route }) {
  const { t } = useTranslation();
  return (
    <FailureGuard title={t('page.failed')} why={t('page.failedWhy')} again={t('page.tryAgain')}>
      {port === null ? <NotLetIn /> : <Guarded port={port} route={route} />}
    </FailureGuard>
  );
}

function Guarded({ port, route }: { port: SyncPort; route: Route }) {
  const trouble = useSyncExternalStore(
    (changed) => port.subscribe(changed),
    () => port.trouble(),
  );
  // A board that was let in before stays on the glass with its banner; only a page without one has nothing to show.
  const isKeptOut = trouble === 'unauthorized' && !port.get().isLoaded;
  return isKeptOut ? <NotLetIn /> : <App port={port} route={route} />;
}

function NotLetIn() {
  const { t } = useTranslation();
  return (
    <Message title={t('page.unauthorised')} why={t('page.unauthorisedWhy')}>
      <button type="button" onClick={() => window.location.reload()}>
        {t('page.tryAgain')}
      </button>
    </Message>
  );
}
