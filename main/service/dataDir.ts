import { homedir } from 'node:os';
import { join } from 'node:path';

/** The system's own place for an application's data (XDG base directories; Apple and Microsoft guidelines). */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Heard');
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Heard');
    default:
      return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'heard');
  }
}
