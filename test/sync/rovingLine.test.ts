import { describe, expect, it } from 'vitest';
import { RovingLine } from '../../shared/sync/rovingLine.ts';
import { FakeTimers } from '../support/fakeTimers.ts';
import { type PairServerSocket, SocketPair } from '../support/socketPair.ts';

/** Lines to three addresses; which of them answer is the test's to say. */
class Places {
  readonly timers = new FakeTimers();
  readonly pairs = new Map<string, SocketPair>();
  readonly open = new Set<string>();
  readonly served: string[] = [];
  readonly links: boolean[] = [];
  readonly heard: unknown[] = [];
  readonly line: RovingLine;

  constructor() {
    this.line = new RovingLine({
      home: 'home',
      lineTo: (address) => this.lineTo(address),
      timers: this.timers,
    });
    this.line.onLink((isConnected) => this.links.push(isConnected));
    this.line.on('word', (payload) => this.heard.push(payload));
    this.line.setOthers(['home', 'one', 'two']);
    this.line.open();
  }

  pair(address: string): SocketPair {
    const pair = this.pairs.get(address);
    if (pair === undefined) throw new Error(`no line to ${address}`);
    return pair;
  }

  /** It answers, to whoever tries. */
  answers(address: string): void {
    if (this.open.has(address)) this.pair(address).connect();
  }

  private lineTo(address: string) {
    const pair = new SocketPair((server: PairServerSocket) => {
      this.served.push(address);
      server.on('where', (_payload, answer) => answer(address));
    });
    this.pairs.set(address, pair);
    return {
      socket: pair.client,
      open: () => {
        this.open.add(address);
      },
      close: () => {
        this.open.delete(address);
        pair.cut();
      },
    };
  }
}

describe('a line that goes wherever the hub is', () => {
  it('tries all places while it is down, and none but its own while it is up', () => {
    const places = new Places();
    expect([...places.open].sort()).toEqual(['home', 'one', 'two']);
    places.answers('home');
    expect([...places.open]).toEqual(['home']);
    expect(places.links).toEqual([true]);
    places.pair('home').cut();
    expect([...places.open].sort()).toEqual(['home', 'one', 'two']);
    places.answers('one');
    expect([...places.open]).toEqual(['one']);
    expect(places.links).toEqual([true, false, true]);
    expect(places.line.address).toBe('one');
  });

  it('leaves a hub that was of no use alone for a while, and looks elsewhere first', () => {
    const places = new Places();
    places.answers('home');
    places.line.cut();
    expect([...places.open].sort()).toEqual(['one', 'two']);
    places.timers.advance(3_000);
    expect([...places.open].sort()).toEqual(['home', 'one', 'two']);
  });

  it('with one place alone is that line and nothing else, also when it is cut', () => {
    const places = new Places();
    places.line.setOthers([]);
    expect([...places.open]).toEqual(['home']);
    places.answers('home');
    places.line.cut();
    expect([...places.open]).toEqual(['home']);
    expect(places.links).toEqual([true, false]);
  });

  it('hears and speaks on the line that stands alone', () => {
    const places = new Places();
    places.answers('home');
    places.pair('home').push('down', 'word', 1);
    places.pair('home').deliver('down');
    places.pair('home').cut();
    places.answers('two');
    places.line.send('where', null, (answer) => places.heard.push(answer));
    places.pair('two').deliver('up');
    places.pair('two').deliver('down');
    expect(places.heard).toEqual([1, 'two']);
  });

  it('closed, opens nothing more by itself', () => {
    const places = new Places();
    places.answers('home');
    places.line.cut();
    places.line.close();
    places.timers.advance(10_000);
    expect([...places.open]).toEqual([]);
  });
});
