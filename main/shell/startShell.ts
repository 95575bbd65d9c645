import { lockDown } from './lockDown.ts';
import { ScreenWindow } from './ScreenWindow.ts';
import { type KeeperOptions, ServiceKeeper } from './ServiceKeeper.ts';
import { hubOrigin } from './serviceArgs.ts';
import type { ShellElectron } from './shellElectron.ts';
import type { WindowPlaces } from './windowOptions.ts';

export interface ShellSetup extends WindowPlaces {
  /** What the utility process runs. */
  readonly serviceFile: string;
  /** The service's flags. */
  readonly args: readonly string[];
  /** An existing folder for what Chromium keeps; one app at a time runs on it. */
  readonly profile: string;
  readonly platform: NodeJS.Platform;
  readonly print: KeeperOptions['print'];
}

/**
 * The desktop app: one window on a service of its own. Called once, before Electron is ready. The app ends when its window is closed, and only
 * after the service has.
 */
export function startShell(electron: ShellElectron, setup: ShellSetup): void {
  const { app } = electron;
  app.enableSandbox();
  app.setPath('userData', setup.profile);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app
    .whenReady()
    .then(() => open(electron, setup))
    .catch((error: unknown) => {
      setup.print.err(`Heard: the window could not be opened: ${String(error)}`);
      app.exit(1);
    });
}

function open(electron: ShellElectron, setup: ShellSetup): void {
  const { app, Menu, powerSaveBlocker, utilityProcess } = electron;
  let exitCode = 0;
  const hub = hubOrigin(setup.args);
  const isHub = (url: string) => hub !== undefined && URL.parse(url)?.origin === hub;
  lockDown(electron, (url) => screen.isOwn(url) || isHub(url));
  // A cook has no use for a menu; a Mac quits by its own.
  if (setup.platform !== 'darwin') Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');
  const screen = new ScreenWindow(electron, setup);
  const keeper = new ServiceKeeper({
    fork: (args) =>
      utilityProcess.fork(setup.serviceFile, args, { serviceName: 'Heard service', stdio: 'pipe' }),
    args: setup.args,
    onReady: (url) => screen.serviceReady(url),
    onDown: () => screen.serviceDown(),
    onRefused: (code, sentence) => {
      exitCode = code;
      screen.wait({ why: 'refused', sentence });
    },
    print: setup.print,
  });
  app.on('second-instance', () => screen.bringForward());
  app.on('window-all-closed', () => app.quit());
  let isEnding = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void keeper.stop().then(() => app.exit(exitCode));
  });
  keeper.start();
}
