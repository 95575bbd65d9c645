import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright';
import { CookScreen } from '../../main/demo/cooks/CookScreen.ts';
import { HostHand } from '../../main/demo/cooks/HostHand.ts';
import type { Glass, Hand, Press } from '../../main/demo/cooks/press.ts';
import { Random } from '../../shared/demo/random.ts';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import { isFreeFor } from '../../shared/domain/commands/party/freeTables.ts';
import type { Party } from '../../shared/domain/model/party.ts';
import { isSeated } from '../../shared/domain/model/partyStates.ts';

type Wish = Extract<ScreenCommand, { type: 'party.seat' | 'party.move' }>;

/** Ten inches at a host's arm, held by hands. */
const GLASS = { width: 1280, height: 800 };
const TOUCH_MS = 4_000;
const DONE_MS = 6_000;
/** What did not come to anything is not tried again at once. */
const REST_MS = 8_000;

type Wished = Press & { readonly command: Wish };
const isWished = (press: Press): press is Wished =>
  press.command.type === 'party.seat' || press.command.type === 'party.move';

/** Looks as the automatic host does and keeps its own hands off the screen: what it would press is told. */
class Eyes implements Hand {
  glass: Glass | null = null;
  private seatings: readonly Wished[] = [];
  /** Wished once by whom it pleases, and to be done until it is or cannot be any more. */
  private readonly moves = new Map<string, Wished>();
  private readonly host: HostHand;

  constructor(host: HostHand) {
    this.host = host;
  }

  look(glass: Glass): Press[] {
    this.glass = glass;
    const wished = this.host.look(glass).filter(isWished);
    this.seatings = wished.filter(({ command }) => command.type === 'party.seat');
    for (const press of wished) if (press.command.type === 'party.move') this.moves.set(press.what, press);
    for (const press of this.moves.values()) if (!mayStill(glass, press.command)) this.giveUp(press);
    return [];
  }

  wishes(): readonly Wished[] {
    return [...this.moves.values(), ...this.seatings];
  }

  hasDone({ what }: Wished): void {
    this.moves.delete(what);
  }

  private giveUp(press: Wished): void {
    this.moves.delete(press.what);
    this.host.refused(press, this.glass?.now ?? 0);
  }

  refused(): void {
    throw new Error('these hands press nothing of their own');
  }
}

/** Whoever is to be moved sits, and where to is free. */
function mayStill({ state }: Glass, { party, tables }: Wish): boolean {
  const found = [...state.parties.values()].find(({ id }) => id === party);
  return found !== undefined && isSeated(found.live) && isFreeFor(state, tables, found.id);
}

/** A host at a glass of /host: whom the automatic host would seat or move, it seats and moves by touch, party, table, SEAT. */
export class TouchHost {
  /** What came to be by its touches. */
  readonly done: Wish[] = [];
  private readonly page: Page;
  private readonly eyes: Eyes;
  private readonly screen: CookScreen;
  private readonly triedAt = new Map<string, number>();

  private constructor(page: Page, eyes: Eyes, screen: CookScreen) {
    this.page = page;
    this.eyes = eyes;
    this.screen = screen;
  }

  /** `token`: of a screen with the role host, for the eyes alone. */
  static async open(
    browser: Browser,
    at: { url: string; token: string; seed: number; wishes?: ConstructorParameters<typeof HostHand>[1] },
  ): Promise<TouchHost> {
    const context = await browser.newContext({ viewport: GLASS, hasTouch: true });
    const page = await context.newPage();
    page.setDefaultTimeout(TOUCH_MS);
    await page.goto(`${at.url}/host?view=floor`, { timeout: 60_000 });
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 60_000 });
    const eyes = new Eyes(new HostHand(new Random(at.seed), at.wishes));
    const { url, token } = at;
    return new TouchHost(
      page,
      eyes,
      new CookScreen({ url, token, station: null, hand: eyes, isVisible: true }),
    );
  }

  /** Works until this says that it is enough. */
  async work(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      const wish = this.next();
      if (wish === null) await sleep(200);
      else await this.tryTo(wish);
    }
  }

  async close(): Promise<void> {
    this.screen.close();
    await this.page.context().close();
  }

  party(id: string): Party | undefined {
    return [...(this.eyes.glass?.state.parties.values() ?? [])].find((party) => party.id === id);
  }

  private next(): Wished | null {
    for (const press of this.eyes.wishes()) {
      const { what } = press;
      if (performance.now() - (this.triedAt.get(what) ?? Number.NEGATIVE_INFINITY) < REST_MS) continue;
      this.triedAt.set(what, performance.now());
      return press;
    }
    return null;
  }

  /** A list that changes under the finger, or a house that changes its mind, costs a touch and is tried again. */
  private async tryTo(press: Wished): Promise<void> {
    const wish = press.command;
    try {
      await this.take(wish.party);
      if (wish.type === 'party.seat') await this.seat(wish);
      else await this.move(wish);
      const end = performance.now() + DONE_MS;
      while (!this.isDone(wish)) {
        if (performance.now() > end) throw new Error('nothing came of it');
        await sleep(50);
      }
      this.eyes.hasDone(press);
      this.done.push(wish);
    } catch (error) {
      if (!(error instanceof Error) || /closed/u.test(error.message)) throw error;
      await this.letGo();
    }
  }

  private isDone({ party, tables }: Wish): boolean {
    const live = this.party(party)?.live;
    return live !== undefined && isSeated(live) && live.tables.join() === tables.join();
  }

  private async take(party: string): Promise<void> {
    const head = this.card(party).getByTestId('party-head');
    if ((await head.getAttribute('data-selected')) !== 'true') await head.tap();
  }

  private async seat({ party, tables }: Wish): Promise<void> {
    const offer = this.card(party).getByTestId('seat-offer');
    if ((await offer.getAttribute('data-tables')) === tables.join(' + '))
      await offer.getByTestId('seat').tap();
    else {
      await offer.getByTestId('act-seat-other').tap();
      await this.pick(tables);
      await this.sheet().getByTestId('seat').tap();
    }
    // Whose an allergy is, or why over the limit.
    const asks = this.sheet().getByTestId('seat');
    if (!(await shows(asks))) return;
    const why = this.sheet().locator('[data-testid^="key-why-"]').first();
    if (await shows(why)) await why.tap();
    await asks.tap();
  }

  private async move({ party, tables }: Wish): Promise<void> {
    await this.card(party).getByTestId('act-move').tap();
    await this.pick(tables);
    await this.sheet().getByTestId('pick-go').tap();
  }

  private async pick(tables: readonly string[]): Promise<void> {
    for (const table of tables)
      await this.sheet().locator(`[data-testid=pick-table][data-table="${table}"]`).tap();
  }

  private async letGo(): Promise<void> {
    const close = this.sheet().getByTestId('close');
    if (await shows(close)) await close.tap();
    const held = this.page.locator('[data-testid=party-head][data-selected=true]').first();
    if (await shows(held)) await held.tap();
  }

  private card(party: string): Locator {
    return this.page.locator(`[data-testid=party][data-party="${party}"]`).last();
  }

  private sheet(): Locator {
    return this.page.getByTestId('sheet');
  }
}

const shows = (thing: Locator) => thing.isVisible();
