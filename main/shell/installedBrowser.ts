import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];
const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const LINUX_PROGRAMS = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

/** The program of an installed Chrome, Edge or Chromium; `HEARD_BROWSER` names another. */
export function installedBrowser(): string | undefined {
  return process.env.HEARD_BROWSER || usualPlaces().find((file) => existsSync(file));
}

function usualPlaces(): string[] {
  const { env } = process;
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? WINDOWS_PROGRAMS.map((name) => join(folder, name)) : []));
  }
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) =>
      MAC_APPS.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return folders.flatMap((folder) => LINUX_PROGRAMS.map((name) => join(folder, name)));
}
