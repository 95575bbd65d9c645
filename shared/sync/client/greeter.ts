import { HelloAnswer, type HelloRequest } from '../../protocol/screenMessages.ts';
import type { SocketLike } from '../socketLike.ts';
import type { Timers } from '../timers.ts';

/** A page of 256 KB over the worst Wi-Fi takes some seconds; after this it is asked for again. */
const ANSWER_MS = 10_000;
/** A hub that says not now is asked again at this pace. */
const REFUSED_MS = 2_000;
/** A first resync is at once. One after the other means that something is wrong, and thirty screens must not hammer on it. */
const CALM_MS = 1_000;

export type Greeted = Extract<HelloAnswer, { ok: true }>;
export type Rebuffed = Extract<HelloAnswer, { ok: false }>;

/** After an answer was taken in: `more` has to be asked for at once, or something was wrong with it and it is asked for `again`. */
export type Next = 'done' | 'more' | 'again';

export interface GreeterDeps {
  readonly socket: SocketLike;
  readonly timers: Timers;
  readonly request: () => HelloRequest;
  readonly onGreeted: (answer: Greeted) => Next;
  /** True: asking again makes no sense (another build). */
  readonly onRebuffed: (answer: Rebuffed) => boolean;
  readonly onProblem: (problem: unknown) => void;
}

/** Says `hello` until the screen is in step: once, or once a page. Only the answer to the latest counts. */
export class Greeter {
  private readonly deps: GreeterDeps;
  private attempt = 0;
  private lastBegun = Number.NEGATIVE_INFINITY;
  private stopTimer: (() => void) | null = null;

  constructor(deps: GreeterDeps) {
    this.deps = deps;
  }

  /** A new connection: at once. */
  begin(): void {
    this.lastBegun = this.deps.timers.monotonic();
    this.ask();
  }

  /** Out of step on a connection that stands. */
  again(): void {
    const since = this.deps.timers.monotonic() - this.lastBegun;
    if (since >= CALM_MS) this.begin();
    else this.later(CALM_MS - since);
  }

  stop(): void {
    this.attempt += 1;
    this.wait(null);
  }

  private ask(): void {
    const { socket } = this.deps;
    this.attempt += 1;
    const { attempt } = this;
    this.wait(socket.isConnected ? ANSWER_MS : null);
    if (!socket.isConnected) return;
    socket.send('hello', this.deps.request(), (answer) => {
      if (attempt !== this.attempt) return;
      this.attempt += 1;
      this.wait(null);
      this.answered(answer);
    });
  }

  private answered(value: unknown): void {
    const answer = HelloAnswer.safeParse(value);
    if (!answer.success) {
      this.deps.onProblem(answer.error);
      this.later(REFUSED_MS);
    } else if (!answer.data.ok) {
      if (!this.deps.onRebuffed(answer.data)) this.later(REFUSED_MS);
    } else {
      const next = this.deps.onGreeted(answer.data);
      if (next === 'more') this.ask();
      if (next === 'again') this.again();
    }
  }

  private later(ms: number): void {
    this.attempt += 1;
    this.wait(ms);
  }

  private wait(ms: number | null): void {
    this.stopTimer?.();
    this.stopTimer = ms === null ? null : this.deps.timers.after(ms, () => this.begin());
  }
}
