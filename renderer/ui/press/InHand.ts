/** The finger that has it. */
interface Finger {
  readonly pointerId: number;
  readonly xPx: number;
  readonly yPx: number;
}

/** What a finger that has stayed takes along. From then on it presses nothing. */
export interface Carry {
  readonly take: () => void;
  /** The zone under the finger as it moves; null: none. */
  readonly over: (zone: string | null) => void;
  /** Let go there; null: nowhere. `seen`: log number of the picture on which it was taken hold of. */
  readonly drop: (zone: string | null, seen: number) => void;
}

interface Held {
  readonly carry: Carry;
  readonly from: Finger;
  readonly seen: number;
  hasSlid: boolean;
}

/**
 * The one thing that is carried over a glass. It arrives only where the finger that took it comes up after it has slid there: wiped, joined by a
 * second contact, locked or let go where it was taken, it stays where it was.
 */
export class InHand {
  private held: Held | null = null;

  take(from: Finger, carry: Carry, seen: number): void {
    this.held = { carry, from, seen, hasSlid: false };
    carry.take();
  }

  isBy(pointerId: number): boolean {
    return this.held?.from.pointerId === pointerId;
  }

  isAny(): boolean {
    return this.held !== null;
  }

  /** `slipPx`: what a finger that only rests may slip. */
  move({ xPx, yPx }: Finger, slipPx: number, zoneAt: () => string | null): void {
    if (this.held === null) return;
    const { from, carry } = this.held;
    this.held.hasSlid ||= Math.hypot(xPx - from.xPx, yPx - from.yPx) > slipPx;
    if (this.held.hasSlid) carry.over(zoneAt());
  }

  drop(zoneAt: () => string | null): void {
    const { held } = this;
    this.held = null;
    held?.carry.drop(held.hasSlid ? zoneAt() : null, held.seen);
  }
}

/** Where nothing arrives. */
export const NOWHERE = (): null => null;
