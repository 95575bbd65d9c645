const RELOADED_AT = 'heard.reloadedAt';
/** A hub that serves a page of another build than its own would otherwise have the screen flicker for ever. */
const NOT_AGAIN_WITHIN_MS = 30_000;
/** No finger for this long: a double tap is over. */
const QUIET_MS = 1_000;
/** What has lain on the glass for so long is a cloth, or a finger whose end no browser told: it holds nothing up any more. */
const FORGOTTEN_MS = 60_000;

/**
 * What is given reloads the page when no finger is on the glass, and not in a circle. Fingers are counted from now on, so that one which lay
 * there before the page had to be loaded anew holds it up as any other.
 */
export function reloadWhenIdle(): () => void {
  /** Each with the timer that forgets it. */
  const fingers = new Map<number, number>();
  let isWanted = false;
  let quiet: number | null = null;
  const wait = (): void => {
    if (!isWanted) return;
    if (quiet !== null) window.clearTimeout(quiet);
    quiet = fingers.size > 0 ? null : window.setTimeout(reload, Math.max(QUIET_MS, untilAllowed()));
  };
  const gone = (pointerId: number): void => {
    window.clearTimeout(fingers.get(pointerId));
    fingers.delete(pointerId);
    wait();
  };
  const down = ({ pointerId }: PointerEvent): void => {
    gone(pointerId);
    fingers.set(
      pointerId,
      window.setTimeout(() => gone(pointerId), FORGOTTEN_MS),
    );
    wait();
  };
  const up = ({ pointerId }: PointerEvent): void => gone(pointerId);
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('pointerup', up, true);
  window.addEventListener('pointercancel', up, true);
  return () => {
    isWanted = true;
    wait();
  };
}

function reload(): void {
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  window.location.reload();
}

/** The device's own clock serves: nothing but this page's patience hangs on it. */
function untilAllowed(): number {
  const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
  const left = last + NOT_AGAIN_WITHIN_MS - Date.now();
  return Math.min(NOT_AGAIN_WITHIN_MS, Math.max(0, left));
}
