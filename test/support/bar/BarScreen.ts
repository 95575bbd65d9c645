import type { Page } from 'playwright';
import { z } from 'zod';

/** What a key stood on when it went down, read off the glass by the page itself before the screen hears of the key. */
const Pressed = z.object({
  key: z.string(),
  /** Ticket in whose bump place the key is shown; null: nobody shows it. */
  ticket: z.string().nullable(),
  selected: z.string().nullable(),
});
export type Pressed = z.infer<typeof Pressed>;

/** A tile as its keys are read: what is shown, where, and what its bump place says. */
const Shown = z.object({
  label: z.string(),
  ticket: z.string(),
  place: z.enum(['bump', 'hear', 'undo', 'none']),
  isBlocked: z.boolean(),
});
export type Shown = z.infer<typeof Shown>;

const Sent = z.object({ type: z.string(), ticket: z.string().optional() }).loose();
const Envelope = z.object({ id: z.string(), command: Sent });
const Frame = z.tuple([z.literal('command'), z.object({ envelope: Envelope })]).rest(z.unknown());

/** A command that left the page. It may leave some time after its key: it is stored first. */
export interface SentCommand {
  readonly id: string;
  readonly type: string;
  readonly ticket: string | null;
}

const BUMP = ' ';
const BINDING = 'heardKeyDown';

/** A kitchen screen worked by keys alone: what each key stood on, and what the screen then sent to its hub. */
export class BarScreen {
  readonly pressed: Pressed[] = [];
  readonly sent: SentCommand[] = [];
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, address: string): Promise<BarScreen> {
    const screen = new BarScreen(page);
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => screen.note(payload.toString())),
    );
    await page.exposeFunction(BINDING, (said: unknown) => void screen.pressed.push(Pressed.parse(said)));
    await page.addInitScript(noteKeys, BINDING);
    await page.goto(address);
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 15_000 });
    return screen;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async shown(): Promise<Shown[]> {
    return z.array(Shown).parse(await this.page.evaluate(readKeys));
  }

  /** The tickets that were to be bumped or heard, in order: selected, and then their own key again or BUMP. */
  intended(): string[] {
    return this.pressed.flatMap(({ key, ticket, selected }) =>
      selected !== null && (ticket === selected || key === BUMP) ? [selected] : [],
    );
  }

  private note(payload: string): void {
    const text = /^42[^[]*(\[.*\])$/su.exec(payload)?.[1];
    if (text === undefined) return;
    const said: unknown = JSON.parse(text);
    const frame = Frame.safeParse(said);
    if (!frame.success) return;
    const { id, command } = frame.data[1].envelope;
    if (this.sent.some((known) => known.id === id)) return;
    this.sent.push({
      id,
      type: command.type,
      ticket: command.ticket ?? null,
    });
  }
}

/** Runs in the page, before its own scripts: so it hears of a key first. */
function noteKeys(binding: string): void {
  const ticketOf = (element: Element | null | undefined) => {
    const name =
      element?.closest<HTMLElement>('article[data-zone]')?.dataset.zone ??
      element?.closest<HTMLElement>('section[data-ticket]')?.dataset.ticket;
    return name?.split('/')[0] ?? null;
  };
  window.addEventListener(
    'keydown',
    ({ key, repeat }) => {
      if (repeat) return;
      const keys = [...document.querySelectorAll('main [data-testid=place-key]')];
      const mine = keys.find(({ textContent }) => textContent === key);
      const selected = keys.find((shown) => shown.className.includes('selected'));
      const tell: unknown = Reflect.get(window, binding);
      if (typeof tell === 'function') tell({ key, ticket: ticketOf(mine), selected: ticketOf(selected) });
    },
    true,
  );
}

/** Runs in the page: the keys on the glass in reading order. */
function readKeys(): unknown {
  const places = { bump: 'bump', 'ack-allergy': 'hear', undo: 'undo' } as const;
  return [...document.querySelectorAll('main [data-testid=place-key]')].map((key) => {
    const button = key.closest('button');
    const kind = Object.entries(places).find(([testId]) => testId === button?.dataset.testid)?.[1];
    const owner =
      key.closest<HTMLElement>('article[data-zone]')?.dataset.zone ??
      key.closest<HTMLElement>('section[data-ticket]')?.dataset.ticket;
    return {
      label: key.textContent,
      ticket: owner?.split('/')[0] ?? '',
      place: kind ?? 'none',
      isBlocked: button?.getAttribute('aria-disabled') === 'true',
    };
  });
}
