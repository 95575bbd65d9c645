/** What a page under measurement notes of itself. Runs in the browser, before the page's own scripts. */
export interface Probe {
  /** Ms of the page's clock. */
  readonly now: () => number;
  /** Ends the measurement of one press: what must be on the glass, asked after each change of the page. */
  readonly expect: (wanted: Wanted) => void;
  /** Resolves once it is shown and all is told of it; null: not in time. */
  readonly pressed: (withinMs: number) => Promise<Pressed | null>;
  /** When the frame with each ticket was painted, by the POS's id. */
  readonly painted: () => Array<[string, number]>;
  readonly longTasks: () => number[];
  readonly clear: () => void;
}

export interface Wanted {
  /** Of several that fit the last one counts. */
  readonly selector: string;
  /** The element is there and this attribute is so, or is not; absent: the element is there. */
  readonly attribute?: { readonly name: string; readonly value: string; readonly isSo: boolean };
}

export interface Pressed {
  /** The input's own time stamp: when the finger came up, which is when a press acts. */
  readonly upAt: number;
  /** When the main thread had painted the frame that shows it. */
  readonly shownAt: number;
  /** From the same time stamp until the browser had the next frame on the glass, in steps of 8 ms (Event Timing); null: not told. */
  readonly presentedMs: number | null;
}

declare global {
  interface Window {
    heardProbe: Probe;
  }
}

/** Serialised into the page: it may use nothing from outside of itself. */
export function installProbe(): void {
  const painted = new Map<string, number>();
  let longTasks: number[] = [];
  let wanted: Wanted | null = null;
  let upAt: number | null = null;
  let shownAt: number | null = null;
  let presentedMs: number | null = null;
  let onShown: (() => void) | null = null;

  // A change made by an animation frame's callback is painted by this frame, one made at any other time by the next.
  let isInFrame = false;
  const waiting: Array<() => void> = [];
  const frameIsPainted = () => {
    isInFrame = false;
    for (const run of waiting.splice(0)) run();
  };
  const askFrame = window.requestAnimationFrame.bind(window);
  const inFrame = () => {
    if (isInFrame) return;
    isInFrame = true;
    // Its turn comes after the frame has been painted, because painting belongs to the same task; and before whatever has come in meanwhile.
    void window.scheduler.postTask(frameIsPainted, { priority: 'user-blocking' });
  };
  window.requestAnimationFrame = (callback) =>
    askFrame((time) => {
      inFrame();
      callback(time);
    });
  const afterPaint = (run: () => void) => {
    waiting.push(run);
    if (!isInFrame) askFrame(inFrame);
  };

  const isShown = ({ selector, attribute }: Wanted) => {
    const element = [...document.querySelectorAll(selector)].at(-1);
    if (element === undefined) return false;
    return (
      attribute === undefined || (element.getAttribute(attribute.name) === attribute.value) === attribute.isSo
    );
  };
  const look = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-testid=ticket]')) {
      const id = element.dataset.ticketId ?? '';
      if (painted.has(id)) continue;
      painted.set(id, Number.NaN);
      afterPaint(() => painted.set(id, performance.now()));
    }
    if (wanted === null || upAt === null || !isShown(wanted)) return;
    wanted = null;
    afterPaint(() => {
      shownAt = performance.now();
      onShown?.();
    });
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-ticket-id', 'data-testid', 'aria-description'],
  });
  window.addEventListener(
    'pointerup',
    (event) => {
      if (wanted !== null) upAt = event.timeStamp;
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'pointerup' && startTime === upAt) presentedMs = duration;
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });

  window.heardProbe = {
    now: () => performance.now(),
    expect: (next) => {
      wanted = next;
      upAt = null;
      shownAt = null;
      presentedMs = null;
    },
    pressed: (withinMs) =>
      new Promise((resolve) => {
        const late = setTimeout(() => resolve(null), withinMs);
        // What Event Timing has to say comes with the next idle moment.
        onShown = () => {
          clearTimeout(late);
          setTimeout(() => resolve({ upAt: upAt ?? 0, shownAt: shownAt ?? 0, presentedMs }), 200);
        };
      }),
    painted: () => [...painted].filter(([, at]) => !Number.isNaN(at)),
    longTasks: () => longTasks,
    clear: () => {
      longTasks = [];
    },
  };
}
