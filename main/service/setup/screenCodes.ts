import { renderSVG } from 'uqr';
import type { Role } from '../../../shared/domain/events/actor.ts';
import type { ScreenPage, SetupScreenCode, SetupScreenRequest } from '../../../shared/protocol/setup.ts';
import { glassSearch } from '../../../shared/protocol/toldGlass.ts';
import type { TokensPort, TokenTemplate } from '../../hub/port.ts';

/** As long as the hub's codes live. */
const CODE_LIFE_MS = 10 * 60_000;
/** Light modules around the code that readers need (ISO 18004: four). */
const QUIET_ZONE = 4;

/** Makes the one-time address of a screen, in words and as a QR code. The code alone is in it, never a token. */
export function screenCode(tokens: TokensPort, request: SetupScreenRequest): SetupScreenCode {
  const { name, page, station, address, glass } = request;
  const expiresAt = Date.now() + CODE_LIFE_MS;
  const code = tokens.issueCode(templateOf(name, page));
  const url = `${address}${pathOf(page, station)}${glassSearch(glass)}#t=${code}`;
  return { url, svg: renderSVG(url, { ecc: 'M', border: QUIET_ZONE }), expiresAt };
}

function pathOf(page: ScreenPage, station: string | null): string {
  return page === 'kitchen' ? `/kitchen/${encodeURIComponent(station ?? 'kitchen')}` : `/${page}`;
}

function templateOf(name: string, page: ScreenPage): TokenTemplate {
  return { name, scope: 'screen', roles: rolesOf(page), source: null };
}

/** What whoever stands at that screen may do; the pass also cooks, a manager also hosts. */
function rolesOf(page: ScreenPage): readonly Role[] {
  switch (page) {
    case 'kitchen':
      return ['kitchen'];
    case 'expo':
      return ['kitchen', 'expo'];
    case 'host':
      return ['host'];
    case 'floor':
      return ['host', 'manager'];
    case 'setup':
      return ['kitchen', 'expo', 'host', 'manager'];
    default:
      return page satisfies never;
  }
}
