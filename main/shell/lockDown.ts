import type { Navigation, ShellElectron } from './shellElectron.ts';

/**
 * Everything a page could reach beyond the service is refused: other addresses, further windows, web views, every permission and device.
 * `isOwn` says whether an address is the service's.
 */
export function lockDown({ app, session }: ShellElectron, isOwn: (url: string) => boolean): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  const stayHome = (navigation: Navigation) => {
    if (!isOwn(navigation.url)) navigation.preventDefault();
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', stayHome);
    contents.on('will-frame-navigate', stayHome);
    contents.on('will-redirect', stayHome);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
