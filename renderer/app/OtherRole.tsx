import { Message } from './Message.tsx';
import type { Route } from './route.ts';
import { useSpeech } from './words.ts';

/** The hub knows this screen as another one's: a host's, opened at a cook's address. It asks again by itself, and goes in if it is let. */
export function OtherRole({ route }: { route: Route }) {
  const { t, stationName } = useSpeech();
  const shown = route.kind === 'kitchen' ? stationName(route.station) : t(`page.${route.kind}`);
  return (
    <Message title={t('page.otherRole', { screen: shown })} why={t('page.otherRoleWhy')}>
      <a href="/host">{t('page.open', { name: t('page.host') })}</a>
      {route.kind === 'expo' && <a href="/kitchen">{t('page.open', { name: t('page.kitchen') })}</a>}
      <button type="button" onClick={() => window.location.reload()}>
        {t('page.tryAgain')}
      </button>
    </Message>
  );
}
