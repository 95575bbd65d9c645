import type { ShellElectron, ShellWindow } from './shellElectron.ts';
import { type Waiting, waitingPage } from './waitingPage.ts';
import { type WindowPlaces, windowOptions } from './windowOptions.ts';

/** Chromium's code for a load that another one overtook. */
const ABORTED = -3;
const RETRY_MS = 1000;

/**
 * The window. A screen that stands stays while the service is down: it says itself how old it is, keeps the presses, and a cook can go on
 * reading it. Only where there is no screen, at the start or because it would not load, stands the plain page.
 */
export class ScreenWindow {
  readonly #window: ShellWindow;
  readonly #locale: string;
  #origin: string | undefined;
  /** Where the person went: a window loaded anew returns there. */
  #path = '/';
  #isUp = false;
  #isWaiting = true;
  #retry: NodeJS.Timeout | undefined;

  constructor({ app, BrowserWindow }: ShellElectron, places: WindowPlaces) {
    this.#locale = app.getLocale();
    this.#window = new BrowserWindow(windowOptions(places, app.getVersion()));
    this.#window.maximize();
    const { webContents } = this.#window;
    webContents.on('did-navigate', (_event, url) => this.#went(url));
    webContents.on('did-navigate-in-page', (_event, url) => this.#went(url));
    webContents.on('did-fail-load', (_event, code, _why, _url, isMainFrame) => {
      if (isMainFrame && code !== ABORTED) this.#lost();
    });
    webContents.on('render-process-gone', () => this.#lost());
    this.wait({ why: 'starting' });
  }

  isOwn(url: string): boolean {
    return this.#origin !== undefined && URL.parse(url)?.origin === this.#origin;
  }

  serviceReady(url: string): void {
    const { origin } = new URL(url);
    const isElsewhere = origin !== this.#origin;
    this.#origin = origin;
    this.#isUp = true;
    if (this.#isWaiting || isElsewhere) this.#loadScreen();
  }

  serviceDown(): void {
    this.#isUp = false;
    if (this.#isWaiting) this.wait({ why: 'startingAgain' });
  }

  /** The plain page in place of the screen. */
  wait(waiting: Waiting): void {
    this.#isWaiting = true;
    this.#load(waitingPage(waiting, this.#locale));
  }

  /** Another start of the app while this one runs: the person is shown this one. */
  bringForward(): void {
    if (this.#window.isDestroyed()) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  #loadScreen(): void {
    this.#isWaiting = false;
    this.#load(`${this.#origin}${this.#path}`);
  }

  #load(url: string): void {
    if (this.#window.isDestroyed()) return;
    clearTimeout(this.#retry);
    this.#window.loadURL(url).catch(() => {
      // The same failure comes as did-fail-load, which also tells of loads the page began.
    });
  }

  #went(url: string): void {
    if (!this.isOwn(url)) return;
    // Without the fragment: it may hold a token that is good once.
    const { pathname, search } = new URL(url);
    this.#path = `${pathname}${search}`;
  }

  /** The page would not load or its process died. */
  #lost(): void {
    this.wait({ why: 'startingAgain' });
    this.#retry = setTimeout(() => {
      if (this.#isUp) this.#loadScreen();
    }, RETRY_MS);
  }
}
