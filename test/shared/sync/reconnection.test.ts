import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { makePatient, RECONNECTION } from '../../../shared/sync/reconnection.ts';
import { until } from '../../support/wait.ts';

/** ARCHITECTURE.md section 4: in step again this soon after a cut ends. */
const BACK_WITHIN_MS = 2_000;
/** Of the first and the second SYN of a system whose peer swallows everything (RFC 6298: 1 s, doubling). */
const SECOND_SYN_MS = 1_000;

class Attempts extends EventEmitter<{ reconnect_attempt: [number] }> {
  readonly timeouts: number[] = [];

  timeout(ms: number): void {
    this.timeouts.push(ms);
  }
}

/** How long each of the first `count` attempts may take. */
function timeoutsOf(count: number): number[] {
  const manager = new Attempts();
  makePatient(manager);
  for (let attempt = 1; attempt <= count; attempt += 1) manager.emit('reconnect_attempt', attempt);
  return manager.timeouts;
}

describe('how a line comes back', () => {
  it('pauses less than the 2 s it has, the same after a thousand attempts as after one', () => {
    const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = RECONNECTION;
    expect(reconnectionDelay).toBeLessThanOrEqual(reconnectionDelayMax);
    expect(reconnectionDelayMax).toBeLessThan(BACK_WITHIN_MS);
    expect(randomizationFactor).toBe(0);
  });

  it('gives an attempt two SYNs, and nearly every one no more', () => {
    const usual = timeoutsOf(9);
    expect(new Set(usual)).toEqual(new Set([RECONNECTION.timeout]));
    expect(RECONNECTION.timeout).toBeGreaterThan(SECOND_SYN_MS);
    expect(RECONNECTION.timeout).toBeLessThanOrEqual(BACK_WITHIN_MS);
  });

  it('is patient with every tenth, and hasty again with the one after it', () => {
    const timeouts = timeoutsOf(31);
    const patient = timeouts.flatMap((ms, index) => (ms > RECONNECTION.timeout ? [index + 1] : []));
    expect(patient).toEqual([10, 20, 30]);
    expect(Math.max(...timeouts)).toBeGreaterThanOrEqual(3 * RECONNECTION.timeout);
  });
});

describe('with the library itself', () => {
  let socket: Socket | null = null;
  let server: Server | null = null;
  afterEach(() => {
    socket?.disconnect();
    server?.close();
  });

  it('an attempt at somebody who takes the connection and says nothing is given up and made again', async () => {
    let taken = 0;
    server = createServer((connection) => {
      taken += 1;
      connection.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const hasty = { ...RECONNECTION, timeout: 100, reconnectionDelay: 10, reconnectionDelayMax: 10 };
    socket = io(`http://127.0.0.1:${port}`, { ...hasty, forceNew: true, transports: ['websocket'] });
    const { io: manager } = socket;
    const given: number[] = [];
    makePatient({
      on: (event, listener) => manager.on(event, listener),
      timeout: (ms) => {
        given.push(ms);
        manager.timeout(hasty.timeout);
      },
    });
    await until('three attempts', () => taken >= 3);
    expect(manager.timeout()).toBe(hasty.timeout);
    expect(given.length).toBeGreaterThanOrEqual(1);
  });
});
