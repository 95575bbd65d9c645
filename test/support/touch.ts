import type { CDPSession, Locator, Page } from 'playwright';

interface Finger {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

const FINGER_RADIUS_PX = 15;

/** Fingers on the glass of a page, several at once and as wide as wanted: what the browser makes of real touch. */
export class Touch {
  private readonly session: CDPSession;
  private readonly fingers = new Map<number, Finger>();

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async on(page: Page): Promise<Touch> {
    return new Touch(await page.context().newCDPSession(page));
  }

  async down(id: number, target: Locator, radiusPx = FINGER_RADIUS_PX): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error('nothing there to touch');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    this.fingers.set(id, { id, ...at, radiusX: radiusPx, radiusY: radiusPx });
    await this.tell('touchStart');
  }

  async move(id: number, byX: number): Promise<void> {
    const finger = this.fingers.get(id);
    if (!finger) throw new Error(`no finger ${id}`);
    this.fingers.set(id, { ...finger, x: finger.x + byX });
    await this.tell('touchMove');
  }

  /** All of them: the browser's protocol knows no lifting of one among several. */
  async up(): Promise<void> {
    this.fingers.clear();
    await this.tell('touchEnd');
  }

  private async tell(type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: [...this.fingers.values()] });
  }
}
