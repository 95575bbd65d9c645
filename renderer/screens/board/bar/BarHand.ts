import { type BarAction, isPlace, numberOfPlace } from '../../../ui/bar/barKeys.ts';
import type { HandClock } from '../../../ui/handClock.ts';
import type { PressWatch } from '../../../ui/press/PressWatch.ts';
import type { Refuse } from '../useRefusals.ts';
import type { BarPlaces } from './barPlaces.ts';

/** What a key finds on the glass. Each `hold` puts it down there as a finger, and is false where there is nothing to press. */
export interface BarGlass {
  /** BUMP, HEARD, RUN or UNDO of a place. */
  readonly holdPlace: (key: string) => boolean;
  /** What UP and DOWN have come to; without that the ticket's header. */
  readonly holdItem: (key: string | null) => boolean;
  readonly holdRecall: () => boolean;
  /** To the next thing of this ticket; without one, of the sheet or of the footer. */
  readonly move: (key: string | null, by: 1 | -1) => boolean;
  /** Nothing is marked any more. */
  readonly leave: () => void;
}

export interface BarParts {
  readonly places: BarPlaces;
  readonly watch: Pick<PressWatch, 'key' | 'releaseKey' | 'isLocked'>;
  readonly clock: HandClock;
  readonly glass: BarGlass;
  readonly refuse: Refuse;
  readonly nextPage: () => void;
  readonly allDay: () => void;
  /** False: no sheet was open. */
  readonly closeSheet: () => boolean;
}

/** A selection that nobody used. */
export const LAPSE_MS = 5000;
/** A key whose coming up was never told. */
const STUCK_KEY_MS = 10_000;

type Deed = () => void;

/**
 * The hand on a bump bar. A key acts when it comes up, on what was on the glass when it went down, through the same presses as a finger: so
 * every refusal of touch holds for it. Two keys at once are a palm, and none of them is done.
 */
export class BarHand {
  private readonly parts: BarParts;
  private readonly listeners = new Set<() => void>();
  private readonly pressed = new Map<string, number>();
  private deed: Deed | null = null;
  private chosen: string | null = null;
  private callOffLapse: (() => void) | null = null;

  constructor(parts: BarParts) {
    this.parts = parts;
  }

  /** Follows the places. Returns the way to end it. */
  start(): () => void {
    const stop = this.parts.places.subscribe(() => this.look());
    return () => {
      stop();
      this.letAllGo();
      this.callOffLapse?.();
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Key of the place that is selected. */
  selected = (): string | null => this.chosen;

  /** `action` null: a key that means nothing here, but may be under the same palm. */
  down(code: string, action: BarAction | null): void {
    const { clock, watch, refuse } = this.parts;
    const now = clock.now();
    for (const [other, at] of this.pressed) if (now - at > STUCK_KEY_MS) this.pressed.delete(other);
    const isAlone = this.pressed.size === 0;
    this.pressed.set(code, now);
    watch.key(true);
    this.deed = null;
    if (watch.isLocked()) return;
    if (!isAlone) refuse(null, 'bar.twoKeys');
    else if (action !== null) this.deed = this.meaning(action);
  }

  up(code: string): void {
    if (!this.pressed.delete(code) || this.pressed.size > 0) return;
    const deed = this.deed;
    this.deed = null;
    if (deed !== null && !this.parts.watch.isLocked()) deed();
    // What the deed has let go already has no second coming up.
    this.parts.watch.key(false);
  }

  /** The page was left with keys down. */
  letAllGo(): void {
    this.pressed.clear();
    this.deed = null;
    this.parts.watch.key(false);
  }

  private meaning(action: BarAction): Deed {
    const { glass, nextPage, allDay } = this.parts;
    if (isPlace(action)) return this.place(numberOfPlace(action));
    switch (action) {
      case 'bump':
        return this.chosen === null ? this.no('bar.selectFirst') : this.bump(this.chosen);
      case 'mark':
        return this.held(glass.holdItem(this.chosen), () => this.stay());
      case 'recall':
        return this.held(glass.holdRecall(), () => this.select(null));
      case 'up':
      case 'down':
        return () =>
          glass.move(this.chosen, action === 'up' ? -1 : 1) ? this.stay() : this.no('bar.nothing')();
      case 'page':
        return () => {
          this.select(null);
          nextPage();
        };
      case 'allDay':
        return () => {
          this.select(null);
          allDay();
        };
      case 'close':
        return () => {
          if (!this.parts.closeSheet()) this.select(null);
        };
      default:
        return action satisfies never;
    }
  }

  private place(number: number): Deed {
    const place = this.parts.places.at(number);
    if (place === null) return this.no('bar.empty');
    const { key, ticket, refusal } = place;
    if (key === this.chosen) return this.bump(key);
    if (refusal !== null) return () => this.parts.refuse(ticket, refusal);
    return () => this.select(key);
  }

  private bump(key: string): Deed {
    if (this.parts.places.numberOf(key) === null) return this.no('bar.restElsewhere');
    return this.held(this.parts.glass.holdPlace(key), () => this.select(null));
  }

  private held(isHeld: boolean, after: Deed): Deed {
    if (!isHeld) return this.no('bar.nothing');
    return () => {
      this.parts.watch.releaseKey();
      after();
    };
  }

  private no(key: string): Deed {
    return () => this.parts.refuse(null, key);
  }

  private select(key: string | null): void {
    this.parts.glass.leave();
    const isOther = key !== this.chosen;
    this.chosen = key;
    this.stay();
    if (isOther) for (const listener of [...this.listeners]) listener();
  }

  /** The selection is in use. */
  private stay(): void {
    this.callOffLapse?.();
    this.callOffLapse =
      this.chosen === null ? null : this.parts.clock.after(LAPSE_MS, () => this.select(null));
  }

  private look(): void {
    if (this.chosen !== null && !this.parts.places.isShown(this.chosen)) this.select(null);
  }
}
