// Runs before the page, in Chromium's sandbox, and gives it two facts. A screen in any other browser has no `heardShell`: none may need it.
import { contextBridge } from 'electron';

const VERSION = '--heard-version=';

contextBridge.exposeInMainWorld('heardShell', {
  platform: process.platform,
  version: process.argv.find((arg) => arg.startsWith(VERSION))?.slice(VERSION.length) ?? '',
});
