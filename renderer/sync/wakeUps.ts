/**
 * Calls when the device may have come back: network up, page shown again, tablet woken. Timers of a hidden page run once a minute at best,
 * so waiting for the next attempt would leave a cook before an old board.
 */
export function onWakeUp(wake: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  // Another network, or another way into the same: what was connected may be dead without a word. Not every browser tells.
  const network: unknown = Reflect.get(navigator, 'connection');
  const changes = network instanceof EventTarget ? network : null;
  changes?.addEventListener('change', wake);
  document.addEventListener('resume', wake);
  window.addEventListener('online', wake);
  window.addEventListener('focus', wake);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', shown);
  return () => {
    changes?.removeEventListener('change', wake);
    document.removeEventListener('resume', wake);
    window.removeEventListener('online', wake);
    window.removeEventListener('focus', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', shown);
  };
}
