import type { StationId } from '../../shared/lib/ids.ts';
import { SleepWatch } from '../../shared/sync/client/SleepWatch.ts';
import { SyncClient } from '../../shared/sync/client/syncClient.ts';
import { RovingLine } from '../../shared/sync/rovingLine.ts';
import { handClock } from '../ui/handClock.ts';
import { awayNotesOfTab } from './awayNotes.ts';
import { browserTimers } from './browserTimers.ts';
import { FrameOutbox } from './FrameOutbox.ts';
import { reloadForNewStandby, tryRule } from './followRule.ts';
import { IdbOutbox } from './idbOutbox.ts';
import { lineAway, lineHome } from './lines.ts';
import { randomId } from './randomId.ts';
import { reloadWhenIdle } from './reloadWhenIdle.ts';
import { SyncPort } from './SyncPort.ts';
import { onWakeUp } from './wakeUps.ts';

/** Focus, page and network come together when a tablet wakes: one new attempt is enough. */
const WAKE_AGAIN_MS = 1_000;
const LOOK_AROUND_MS = 1_000;
/** One to three frames, drawn by chance: of a station's screens the first speaks, and the others stay silent. */
const RECEIPT_FIRST_MS = 16;
const RECEIPT_SPREAD_MS = 34;

export interface ConnectOptions {
  /** `expo` at the pass, null for screens of no station. */
  readonly station: StationId | null;
  /** As people call this device. */
  readonly screen: string;
  /** For the browser's console or a log: nothing a cook can act on. */
  readonly onProblem: (problem: unknown) => void;
}

export interface ScreenConnection {
  readonly client: SyncClient;
  readonly port: SyncPort;
  close(): void;
}

/** Connects this page to the service it came from, and to whoever takes that one's place while the page is open. */
export function connectScreen({ station, screen, onProblem }: ConnectOptions): ScreenConnection {
  const home = window.location.origin;
  let follow: string | null = null;
  let port: SyncPort | null = null;
  const line = new RovingLine({
    home,
    lineTo: (address) =>
      address === home
        ? lineHome((message) => port?.setUnreachable(message))
        : lineAway(
            address,
            () => follow,
            () => port?.setUnreachable(null),
          ),
    timers: browserTimers,
  });
  const client = new SyncClient({
    socket: line,
    onHubs: (hubs, ticket) => {
      follow = ticket;
      tryRule(hubs.filter((address) => address !== home));
      // Without its ticket a page is nobody at another hub.
      line.setOthers(ticket === null ? [] : hubs);
    },
    timers: browserTimers,
    newId: randomId,
    screen,
    station,
    outbox: new FrameOutbox(new IdbOutbox(`${screen}/${station ?? ''}`), handClock.afterPaint),
    isVisible: () => document.visibilityState === 'visible',
    receiptDelayMs: RECEIPT_FIRST_MS + Math.random() * RECEIPT_SPREAD_MS,
    onProblem,
  });
  const isVisible = () => document.visibilityState === 'visible';
  const opened = new SyncPort(client, {
    place: station === 'expo' ? 'all' : station,
    isVisible,
    awayNotes: awayNotesOfTab(`${screen}/${station ?? ''}`),
  });
  port = opened;
  const sleep = new SleepWatch(browserTimers, Date.now);
  const lookAround = (): void => {
    const sleptMs = sleep.look();
    if (sleptMs > 0) client.slept(sleptMs);
    opened.lookAround();
  };
  const looking = window.setInterval(lookAround, LOOK_AROUND_MS);
  document.addEventListener('visibilitychange', lookAround);
  const reload = reloadWhenIdle();
  client.onReload(reload);
  reloadForNewStandby(reload);
  let tried = performance.now();
  const stopWakeUps = onWakeUp(() => {
    lookAround();
    const isFine = line.isConnected && client.link().state !== 'lost';
    if (isFine || performance.now() - tried < WAKE_AGAIN_MS) return;
    tried = performance.now();
    // Out of its pause between two attempts, or out of a connection that died while the tablet slept.
    line.nudge();
  });
  client.start().catch(onProblem);
  line.open();
  return {
    client,
    port: opened,
    close: () => {
      stopWakeUps();
      window.clearInterval(looking);
      document.removeEventListener('visibilitychange', lookAround);
      client.end();
      line.close();
    },
  };
}
