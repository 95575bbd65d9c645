import { io } from 'socket.io-client';
import type { StationId } from '../../shared/lib/ids.ts';
import { SyncClient } from '../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../shared/sync/fromSocketIo.ts';
import { makePatient, RECONNECTION } from '../../shared/sync/reconnection.ts';
import { browserTimers } from './browserTimers.ts';
import { IdbOutbox } from './idbOutbox.ts';
import { randomId } from './randomId.ts';
import { reloadWhenIdle } from './reloadWhenIdle.ts';
import { SyncPort } from './SyncPort.ts';
import { onWakeUp } from './wakeUps.ts';

/** Focus, page and network come together when a tablet wakes: one new attempt is enough. */
const WAKE_AGAIN_MS = 1_000;
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

/** Connects this page to the service it came from. The cookie goes along by itself. */
export function connectScreen({ station, screen, onProblem }: ConnectOptions): ScreenConnection {
  const socket = io('/screen', {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    // Without it a network that breaks WebSockets is never tried with polling.
    tryAllTransports: true,
    ...RECONNECTION,
    autoConnect: false,
  });
  makePatient(socket.io);
  let port: SyncPort | null = null;
  const client = new SyncClient({
    socket: fromSocketIo({
      socket,
      after: (ms, run) => browserTimers.after(ms, run),
      onTrouble: (message) => port?.setUnreachable(message),
    }),
    timers: browserTimers,
    newId: randomId,
    screen,
    station,
    outbox: new IdbOutbox(`${screen}/${station ?? ''}`),
    isVisible: () => document.visibilityState === 'visible',
    receiptDelayMs: RECEIPT_FIRST_MS + Math.random() * RECEIPT_SPREAD_MS,
    onProblem,
  });
  port = new SyncPort(client);
  client.onReload(reloadWhenIdle);
  let tried = performance.now();
  const stopWakeUps = onWakeUp(() => {
    const isFine = socket.connected && client.link().state !== 'lost';
    if (isFine || performance.now() - tried < WAKE_AGAIN_MS) return;
    tried = performance.now();
    // Out of its pause between two attempts, or out of a connection that died while the tablet slept.
    socket.disconnect().connect();
  });
  client.start().catch(onProblem);
  socket.connect();
  return {
    client,
    port,
    close: () => {
      stopWakeUps();
      client.end();
      socket.disconnect();
    },
  };
}
