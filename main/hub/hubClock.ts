/** Past this the kitchen's times and the street's are told apart by eye. */
export const DRIFT_LIMIT_MS = 2_000;

export interface ClockSources {
  /** Epoch ms of the machine; may jump. */
  readonly wall: () => number;
  /** Ms since any moment; never jumps. */
  readonly mono: () => number;
}

export const machineClock: ClockSources = { wall: Date.now, mono: () => performance.now() };

/** A demo's evening: it begins at an instant of its own and runs faster than the street's. */
export interface DemoTime {
  /** Epoch ms; a folder whose log is beyond it goes on from there. */
  readonly startAt: number;
  /** Hub milliseconds in one real one. */
  readonly speed: number;
}

/**
 * Hub time, the only time that food is judged by: read once, then monotonic. It never goes back, and a jump of the machine's clock never
 * moves it during service.
 */
export class HubClock {
  /** Hub milliseconds in one real one: 1, more in a demo. */
  readonly speed: number;
  private readonly sources: ClockSources;
  private readonly isDemo: boolean;
  private baseAt: number;
  private baseMono: number;
  private latest: number;

  /** `lastEventAt`: time must not fall behind the log's. */
  constructor(sources: ClockSources, lastEventAt: number, demo: DemoTime | null = null) {
    this.sources = sources;
    this.isDemo = demo !== null;
    this.speed = demo?.speed ?? 1;
    this.baseAt = Math.max(Math.floor(demo?.startAt ?? sources.wall()), Math.floor(lastEventAt));
    this.baseMono = sources.mono();
    this.latest = this.baseAt;
  }

  /** Whole ms. */
  now(): number {
    const at = this.baseAt + Math.floor((this.sources.mono() - this.baseMono) * this.speed);
    this.latest = Math.max(this.latest, at);
    return this.latest;
  }

  /** Hub time minus the machine's. A demo's evening is no mistake of a clock. */
  drift(): number {
    return this.isDemo ? 0 : this.now() - Math.floor(this.sources.wall());
  }

  isOff(): boolean {
    return Math.abs(this.drift()) > DRIFT_LIMIT_MS;
  }

  /**
   * Takes the machine's time over, where it is ahead. Where it is behind hub time stays: going back would put new facts before old ones,
   * and standing still would stop every clock on the glass.
   */
  takeOver(): void {
    if (this.isDemo) return;
    this.baseAt = Math.max(this.now(), Math.floor(this.sources.wall()));
    this.baseMono = this.sources.mono();
  }
}
