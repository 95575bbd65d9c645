import { SLEEVE_MM } from '../../theme/physical.ts';
import type { HandClock } from '../handClock.ts';
import { type Carry, InHand, NOWHERE } from './InHand.ts';

/** A press that has begun: where it must end, and what it then does. */
export interface PressStart {
  /** Must be the same where the finger comes up; a tile is a zone, and so is each button outside of tiles. */
  readonly zone: string;
  readonly act: (down: Down) => void;
  /** Instead of `act`, where the finger stays: asked when it comes down. */
  readonly stay?: (() => void) | null;
  /** Where the finger stays, it takes this along. */
  readonly carry?: Carry | null;
}

/** What was true when the finger came down: that is what the press means, however long it lies there. */
export interface Down {
  /** Real time of the glass. */
  readonly at: number;
  /** Log number of the picture on the glass. */
  readonly seen: number;
}

export interface Contact {
  readonly pointerId: number;
  /** The longer side of what touches. */
  readonly widthPx: number;
  readonly xPx: number;
  readonly yPx: number;
}

export function contactOf(event: {
  readonly pointerId: number;
  readonly width: number;
  readonly height: number;
  readonly clientX: number;
  readonly clientY: number;
}): Contact {
  const { pointerId, width, height, clientX, clientY } = event;
  return { pointerId, widthPx: Math.max(width, height), xPx: clientX, yPx: clientY };
}

/** A finger that stays, alone, where it came down. */
interface Hold {
  readonly contact: Contact;
  readonly callOff: () => void;
}

/** What a watch must know of its glass. */
export interface GlassUnderHand {
  readonly pxPerMm: () => number;
  readonly onFingers: (isDown: boolean) => void;
  /** Log number of the picture on the glass now. */
  readonly seen: () => number;
}

/** A cloth lies on the glass with many fingers. */
const CLOTH_CONTACTS = 3;
/** A contact that has not moved or come up for so long is a fault of the glass: two of those would make a cloth of every press. */
const STALE_CONTACT_MS = 10_000;
/** What slides further than this does not stay: it wipes. */
const HOLD_SLIP_MM = 8;
/** A finger that stays so long on a target does not press it: a slow glove is up after half of that. */
export const STAY_MS = 800;
/** The finger that a key of the bump bar is: no glass counts downwards. It is no contact, so a hand on the glass and a key are no cloth. */
export const KEY_POINTER = -7;

/**
 * Which contacts are presses. A press acts on release, inside the zone it began in; a cloth (three contacts or more) or a sleeve (wider than
 * 25 mm) does nothing. Knows nothing of the page: `zoneAt` is asked where the finger came up.
 */
export class PressWatch {
  private readonly clock: HandClock;
  private readonly pxPerMm: () => number;
  private readonly onFingers: (isDown: boolean) => void;
  private readonly seen: () => number;
  /** When each was last heard of. */
  private readonly contacts = new Map<number, number>();
  private readonly started = new Map<number, PressStart & { readonly down: Down }>();
  private isCloth = false;
  private isKeyDown = false;
  private held: Hold | null = null;
  private readonly inHand = new InHand();
  private lockedUntil = Number.NEGATIVE_INFINITY;

  constructor(clock: HandClock, glass: GlassUnderHand) {
    this.clock = clock;
    this.pxPerMm = glass.pxPerMm;
    this.onFingers = glass.onFingers;
    this.seen = glass.seen;
  }

  /** CLEAN: touch is dead, tickets still paint. */
  lock(ms: number): void {
    this.lockedUntil = this.clock.now() + ms;
    this.started.clear();
    this.inHand.drop(NOWHERE);
  }

  /** The glass is clean before its time is up. */
  unlock(): void {
    this.lockedUntil = Number.NEGATIVE_INFINITY;
  }

  isLocked(): boolean {
    return this.lockedForMs() > 0;
  }

  lockedForMs(): number {
    return Math.max(0, this.lockedUntil - this.clock.now());
  }

  /** Acts when one finger alone has stayed where it is for so long, also while touch is locked: a cloth slides, and is not alone. */
  hold(contact: Contact, ms: number, act: () => void): void {
    this.contact(contact);
    this.letGo();
    if (this.contacts.size > 1 || this.isSleeve(contact)) return;
    const callOff = this.clock.after(ms, () => {
      this.held = null;
      act();
    });
    this.held = { contact, callOff };
  }

  contact({ pointerId }: Contact): void {
    if (pointerId === KEY_POINTER) return;
    const now = this.clock.now();
    for (const [id, at] of this.contacts) if (now - at > STALE_CONTACT_MS) this.contacts.delete(id);
    if (this.contacts.size === 0) this.isCloth = false;
    this.contacts.set(pointerId, now);
    if (this.held !== null && this.held.contact.pointerId !== pointerId) this.letGo();
    if (!this.inHand.isBy(pointerId)) this.inHand.drop(NOWHERE);
    if (this.contacts.size >= CLOTH_CONTACTS) {
      this.isCloth = true;
      for (const id of this.started.keys()) if (id !== KEY_POINTER) this.started.delete(id);
    }
    this.onFingers(true);
  }

  begin(contact: Contact, press: PressStart): void {
    if (!this.contacts.has(contact.pointerId)) this.contact(contact);
    const isKey = contact.pointerId === KEY_POINTER;
    if ((this.isCloth && !isKey) || this.isLocked() || this.isSleeve(contact)) return;
    const down = this.now();
    this.started.set(contact.pointerId, { ...press, down });
    const { carry } = press;
    const stay = carry ? () => this.inHand.take(contact, carry, down.seen) : press.stay;
    if (!stay || isKey) return;
    this.hold(contact, STAY_MS, () => {
      // Wiped, locked or let go meanwhile: then nothing is begun any more.
      if (this.started.delete(contact.pointerId) && !this.isLocked()) stay();
    });
  }

  /** A finger that moves, or grows into a sleeve while it lies there. */
  grew(contact: Contact, zoneAt: () => string | null = NOWHERE): void {
    const { pointerId } = contact;
    if (this.contacts.has(pointerId)) this.contacts.set(pointerId, this.clock.now());
    if (this.isSleeve(contact)) this.started.delete(pointerId);
    if (this.inHand.isBy(pointerId)) {
      if (this.isSleeve(contact)) this.inHand.drop(NOWHERE);
      else this.inHand.move(contact, HOLD_SLIP_MM * this.pxPerMm(), zoneAt);
    }
    if (this.held?.contact.pointerId !== pointerId) return;
    const { xPx, yPx } = this.held.contact;
    const slipPx = Math.hypot(contact.xPx - xPx, contact.yPx - yPx);
    if (this.isSleeve(contact) || slipPx > HOLD_SLIP_MM * this.pxPerMm()) this.letGo();
  }

  release(pointerId: number, zoneAt: () => string | null): void {
    const press = this.started.get(pointerId);
    const isPress = press !== undefined && !this.isLocked() && zoneAt() === press.zone;
    if (this.inHand.isBy(pointerId)) this.inHand.drop(zoneAt);
    this.lift(pointerId);
    if (isPress) press.act(press.down);
  }

  cancel(pointerId: number): void {
    if (this.inHand.isBy(pointerId)) this.inHand.drop(NOWHERE);
    this.lift(pointerId);
  }

  /** A finger carries something: the page stays where it is under it. */
  isCarrying(): boolean {
    return this.inHand.isAny();
  }

  /** A key of the bump bar is down or up: under it tiles keep their places as under a finger. What it pressed is let go without doing it. */
  key(isDown: boolean): void {
    this.isKeyDown = isDown;
    this.started.delete(KEY_POINTER);
    if (isDown || this.contacts.size === 0) this.onFingers(isDown);
  }

  /** Something is under the key, and comes up with it. */
  isKeyOnTarget(): boolean {
    return this.started.has(KEY_POINTER);
  }

  /** The key comes up, and what it stood on is done. */
  releaseKey(): void {
    const press = this.started.get(KEY_POINTER);
    const isPress = press !== undefined && !this.isLocked();
    this.key(false);
    if (isPress) press.act(press.down);
  }

  /** Enter on a keyboard or a reader's click: a press without a finger. */
  direct(press: PressStart): void {
    if (!this.isLocked()) press.act(this.now());
  }

  private now(): Down {
    return { at: this.clock.now(), seen: this.seen() };
  }

  private isSleeve({ widthPx }: Contact): boolean {
    return widthPx > SLEEVE_MM * this.pxPerMm();
  }

  private letGo(): void {
    this.held?.callOff();
    this.held = null;
  }

  private lift(pointerId: number): void {
    if (this.held?.contact.pointerId === pointerId) this.letGo();
    this.started.delete(pointerId);
    this.contacts.delete(pointerId);
    if (this.contacts.size > 0) return;
    this.isCloth = false;
    if (!this.isKeyDown) this.onFingers(false);
  }
}
