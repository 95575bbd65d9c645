/**
 * A page of ours loads only what this service sends, runs no inline script, stands in no frame and tells nobody where it was.
 * `sisters`: addresses of standbys, to whose line the page goes on when this service is gone. The socket's own address is named because not every browser counts `ws:` as the page's own origin. `host` has passed the gate.
 */
export function securityHeaders(host: string, sisters: readonly string[] = []): Record<string, string> {
  const lines = sisters.map((address) => ` ${address.replace(/^http/u, 'ws')}`).join('');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' data: blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ws://${host} wss://${host}${lines}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
