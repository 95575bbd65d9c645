import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the program lies inside Electron's folder (electron/install.js). */
const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * Electron's program, or undefined where it is not installed. The `electron` package comes without it; asking the package would download it,
 * so only its files are looked at. `ELECTRON_OVERRIDE_DIST_PATH` names another folder, as it does for Electron itself.
 */
export function electronBinary(
  modules: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const pathFile = join(modules, 'electron', 'path.txt');
  const named = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : '';
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || join(modules, 'electron', 'dist');
  const file = join(folder, named || (PROGRAMS[platform] ?? 'electron'));
  return existsSync(file) ? file : undefined;
}
