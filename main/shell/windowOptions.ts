import type { WindowOptions } from './shellElectron.ts';

/** The ground of the kitchen screens (renderer/theme/themes.css): no white flash before the first frame. */
export const GROUND = '#0a0c0f';

export interface WindowPlaces {
  readonly preload: string;
  readonly icon: string;
}

/** A window whose page is a page like in any browser: apart from the preload's few facts it knows nothing of this device. */
export function windowOptions({ preload, icon }: WindowPlaces, version: string): WindowOptions {
  return {
    title: 'Heard',
    icon,
    width: 1280,
    height: 800,
    backgroundColor: GROUND,
    webPreferences: {
      preload,
      additionalArguments: [`--heard-version=${version}`],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // A new ticket sounds before anybody has touched the screen.
      autoplayPolicy: 'no-user-gesture-required',
      // It would fetch dictionaries from the internet.
      spellcheck: false,
    },
  };
}
