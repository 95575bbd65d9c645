import { describe, expect, it } from 'vitest';
import { type ClientSocket, fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';

/** socket.io-client as far as the wrapper knows it. */
class FakeSocket implements ClientSocket {
  connected = false;
  connects = 0;
  readonly emitted: string[] = [];
  readonly io = {};
  private readonly handlers: Array<readonly [string, (...args: unknown[]) => void]> = [];

  emit(name: string): void {
    this.emitted.push(name);
  }

  on(name: string, handler: (...args: unknown[]) => void): void {
    this.handlers.push([name, handler]);
  }

  connect(): void {
    this.connects += 1;
  }

  happens(name: string, ...args: unknown[]): void {
    if (name === 'connect' || name === 'disconnect') this.connected = name === 'connect';
    for (const [known, handler] of this.handlers) if (known === name) handler(...args);
  }
}

function wrapped() {
  const socket = new FakeSocket();
  const timers = new FakeTimers();
  const troubles: Array<string | null> = [];
  const line = fromSocketIo({
    socket,
    after: (ms, run) => timers.after(ms, run),
    onTrouble: (message) => troubles.push(message),
  });
  return { socket, timers, troubles, line };
}

describe('socket.io-client as a line', () => {
  it('takes nothing while disconnected, which Socket.IO would keep and send late', () => {
    const { socket, line } = wrapped();
    line.send('command', {});
    expect(socket.emitted).toEqual([]);
    socket.happens('connect');
    line.send('command', {});
    expect(socket.emitted).toEqual(['command']);
  });

  it('tries again at once when the hub closed it', () => {
    const { socket, line } = wrapped();
    const links: boolean[] = [];
    line.onLink((isConnected) => links.push(isConnected));
    socket.happens('connect');
    socket.happens('disconnect', 'io server disconnect');
    expect(links).toEqual([true, false]);
    expect(socket.connects).toBe(1);
    socket.happens('disconnect', 'transport close');
    expect(socket.connects).toBe(1);
  });

  it('asks now and then whether it is welcome again, one question at a time', () => {
    const { socket, timers, troubles } = wrapped();
    socket.happens('connect_error', new Error('unauthorized'));
    socket.happens('connect_error', new Error('unauthorized'));
    socket.happens('connect_error', new Error('xhr poll error'));
    expect(troubles).toEqual(['unauthorized', 'unauthorized', 'xhr poll error']);
    timers.advance(15_000);
    expect(socket.connects).toBe(1);
    socket.happens('connect');
    expect(troubles.at(-1)).toBeNull();
  });
});
