/** The screens by their address. */
export type Route =
  | { readonly kind: 'kitchen'; readonly station: string }
  | { readonly kind: 'expo' }
  /** Expo's runners. */
  | { readonly kind: 'run' }
  /** Takeout and delivery on their way out. */
  | { readonly kind: 'handoff' }
  | { readonly kind: 'host' }
  | { readonly kind: 'setup' }
  /** What a device without a house shows first. */
  | { readonly kind: 'welcome' }
  | { readonly kind: 'later'; readonly name: 'floor' | 'ops' };

/** The station whose screen `/` and `/kitchen` open. */
const DEFAULT_STATION = 'kitchen';

/** Expo's lists beside its board, by `view`. */
const EXPO_VIEWS: Readonly<Record<string, 'run' | 'handoff'>> = { run: 'run', handoff: 'handoff' };

/** `search` as in the address, with its question mark or empty. */
export function routeOf(pathname: string, search = ''): Route {
  const [screen = '', station] = pathname.split('/').filter((part) => part !== '');
  switch (screen) {
    case 'expo':
      return { kind: EXPO_VIEWS[new URLSearchParams(search).get('view') ?? ''] ?? 'expo' };
    case 'host':
    case 'setup':
    case 'welcome':
      return { kind: screen };
    case 'floor':
    case 'ops':
      return { kind: 'later', name: screen };
    default:
      return { kind: 'kitchen', station: decoded(station) ?? DEFAULT_STATION };
  }
}

/** A percent sign that encodes nothing is no reason to show nothing. */
function decoded(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
