/**
 * What the shell uses of Electron, so that a test can hand it another. `electronMain.ts` passes Electron itself: there the compiler holds
 * these shapes against Electron's own.
 */
export interface ShellElectron {
  readonly app: ShellApp;
  readonly BrowserWindow: new (options: WindowOptions) => ShellWindow;
  readonly Menu: { setApplicationMenu(menu: null): void };
  readonly powerSaveBlocker: { start(type: 'prevent-display-sleep'): number };
  readonly session: { readonly defaultSession: ShellSession };
  readonly utilityProcess: {
    fork(file: string, args: string[], options: { serviceName: string; stdio: 'pipe' }): ServiceProcess;
  };
}

export interface Preventable {
  preventDefault(): void;
}

export interface ShellApp {
  enableSandbox(): void;
  setPath(name: 'userData', path: string): void;
  requestSingleInstanceLock(): boolean;
  whenReady(): Promise<void>;
  getVersion(): string;
  getLocale(): string;
  quit(): void;
  exit(code: number): void;
  on(event: 'second-instance' | 'window-all-closed', listener: () => void): unknown;
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ShellContents) => void): unknown;
}

export interface WindowOptions {
  readonly title: string;
  readonly icon: string;
  readonly width: number;
  readonly height: number;
  readonly backgroundColor: string;
  readonly webPreferences: {
    readonly preload: string;
    readonly additionalArguments: string[];
    readonly contextIsolation: true;
    readonly sandbox: true;
    readonly nodeIntegration: false;
    readonly webviewTag: false;
    readonly autoplayPolicy: 'no-user-gesture-required';
    readonly spellcheck: false;
  };
}

export interface ShellWindow {
  readonly webContents: ShellContents;
  loadURL(url: string): Promise<void>;
  isDestroyed(): boolean;
  isMinimized(): boolean;
  restore(): void;
  focus(): void;
  maximize(): void;
}

/** A navigation the page began. */
export type Navigation = Preventable & { readonly url: string };

export interface ShellContents {
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  on(event: 'will-navigate', listener: (navigation: Navigation) => void): unknown;
  on(event: 'will-frame-navigate', listener: (navigation: Navigation) => void): unknown;
  on(event: 'will-redirect', listener: (navigation: Navigation) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(event: 'did-navigate', listener: (event: unknown, url: string) => void): unknown;
  on(event: 'did-navigate-in-page', listener: (event: unknown, url: string) => void): unknown;
  on(event: 'render-process-gone', listener: () => void): unknown;
  on(
    event: 'did-fail-load',
    listener: (event: unknown, code: number, why: string, url: string, isMainFrame: boolean) => void,
  ): unknown;
}

export interface ShellSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
}

/** The service in its utility process. */
export interface ServiceProcess {
  readonly stdout: NodeJS.ReadableStream | null;
  readonly stderr: NodeJS.ReadableStream | null;
  on(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(message: unknown): void;
  kill(): boolean;
}
