/**
 * A page may speak only to whom the service named when it loaded (its content security policy). A standby that came since is not among them:
 * the page is loaded anew while its hub can still serve it, or it could not follow when that is gone.
 */
export function reloadForNewStandby(reload: () => void): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective }) => {
      if (effectiveDirective === 'connect-src') reload();
    },
    { once: true },
  );
}

/** Asks the rule this page was loaded with whether it may go to these addresses; a no is told as a violation. */
export function tryRule(addresses: readonly string[]): void {
  for (const address of addresses) {
    // While the hub is well nobody answers there, and that is all there is to it.
    const probe = new WebSocket(address.replace(/^http/u, 'ws'));
    probe.addEventListener('open', () => probe.close());
  }
}
