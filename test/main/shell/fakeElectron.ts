import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type {
  ServiceProcess,
  ShellContents,
  ShellElectron,
  ShellWindow,
  WindowOptions,
} from '../../../main/shell/shellElectron.ts';

/** Electron as far as the shell uses it. What it was told stands in its fields; a test plays what Electron would tell with `emit`. */
export class FakeElectron implements ShellElectron {
  readonly app = new FakeApp();
  readonly windows: FakeWindow[] = [];
  readonly services: FakeService[] = [];
  readonly blocked: string[] = [];
  readonly menus: null[] = [];
  readonly permissions = new FakeSession();
  readonly BrowserWindow: new (
    options: WindowOptions,
  ) => ShellWindow;
  readonly Menu = { setApplicationMenu: (menu: null) => void this.menus.push(menu) };
  readonly powerSaveBlocker = { start: (type: string) => this.blocked.push(type) };
  readonly session = { defaultSession: this.permissions };
  readonly utilityProcess = {
    fork: (file: string, args: string[], options: { serviceName: string; stdio: 'pipe' }) => {
      const service = new FakeService(file, args, options);
      this.services.push(service);
      return service;
    },
  };

  constructor() {
    const { app, windows } = this;
    this.BrowserWindow = class extends FakeWindow {
      constructor(options: WindowOptions) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    };
  }

  get window(): FakeWindow {
    return last(this.windows);
  }

  get service(): FakeService {
    return last(this.services);
  }
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error('there is none yet');
  return item;
}

class FakeApp extends EventEmitter {
  isFirst = true;
  isSandboxed = false;
  userData = '';
  locale = 'en-GB';
  quits = 0;
  readonly exits: number[] = [];

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  setPath(_name: 'userData', path: string): void {
    this.userData = path;
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst;
  }
  async whenReady(): Promise<void> {
    // Electron is ready at once here.
  }
  getVersion(): string {
    return '1.2.3';
  }
  getLocale(): string {
    return this.locale;
  }
  /** As Electron does: it asks first, and who prevents it ends the app himself. */
  quit(): void {
    this.quits += 1;
    this.emit('before-quit', new FakeEvent());
  }
  exit(code: number): void {
    this.exits.push(code);
  }
}

export class FakeEvent {
  isPrevented = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault(): void {
    this.isPrevented = true;
  }
}

class FakeContents extends EventEmitter implements ShellContents {
  openHandler = (): { action: string } => ({ action: 'allow' });
  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.openHandler = handler;
  }
}

class FakeWindow implements ShellWindow {
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  readonly options: WindowOptions;
  focused = 0;
  isSmall = false;

  constructor(options: WindowOptions) {
    this.options = options;
  }
  /** What stands in the window: an address of the service, or the text of the plain page. */
  get shown(): string {
    const url = this.loaded.at(-1) ?? '';
    return url.startsWith('data:') ? decodeURIComponent(url) : url;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  isDestroyed(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return this.isSmall;
  }
  restore(): void {
    this.isSmall = false;
  }
  focus(): void {
    this.focused += 1;
  }
  maximize(): void {
    this.isSmall = false;
  }
}

class FakeSession {
  request = (_contents: unknown, _permission: string, answer: (isGranted: boolean) => void) => answer(true);
  check = () => true;
  device = () => true;
  setPermissionRequestHandler(handler: typeof this.request): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
}

class FakeService extends EventEmitter implements ServiceProcess {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly messages: unknown[] = [];
  readonly file: string;
  readonly args: string[];
  readonly options: unknown;
  isKilled = false;

  constructor(file: string, args: string[], options: unknown) {
    super();
    this.file = file;
    this.args = args;
    this.options = options;
  }
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
  kill(): boolean {
    this.isKilled = true;
    return true;
  }
  says(line: string): void {
    this.stdout.write(`${line}\n`);
  }
}
