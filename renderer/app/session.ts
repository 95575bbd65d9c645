/**
 * `#t=TOKEN` in the address is a screen token or a one-time code. It is exchanged for a cookie that scripts cannot read and taken out of the
 * address at once, so that it stands in no history, screenshot or bookmark.
 */
export function tokenInFragment(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/u, '')).get('t');
}

export type SessionAnswer = 'none_needed' | 'let_in' | 'refused' | 'unreachable';

export async function exchangeToken(): Promise<SessionAnswer> {
  const token = tokenInFragment(window.location.hash);
  if (token === null) return 'none_needed';
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  try {
    const answer = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ token }),
    });
    return answer.ok ? 'let_in' : 'refused';
  } catch (error) {
    // Only the network throws here; the page says so and can be tried again.
    if (error instanceof TypeError) return 'unreachable';
    throw error;
  }
}
