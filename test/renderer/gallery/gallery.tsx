import '../../../renderer/app/look.ts';
import { createRoot, type Root } from 'react-dom/client';
import french from '../../../assets/words/fr.json' with { type: 'json' };
import { App } from '../../../renderer/app/App.tsx';
import { addLanguage } from '../../../renderer/app/languages.ts';
import { ownSettings, setOwn } from '../../../renderer/app/ownSettings.ts';
import { routeOf } from '../../../renderer/app/route.ts';
import type { ScreenPort } from '../../../renderer/app/screenPort.ts';
import { takeGlass } from '../../../renderer/theme/tellGlass.ts';
import { THEMES, type Theme } from '../../../renderer/theme/wearTheme.ts';
import { listenForTouches } from '../../../renderer/ui/sounds.ts';
import { LanguageFile } from '../../../shared/lib/words/languageFile.ts';
import { uglyBoard } from '../../support/uglyBoard.ts';
import { answerWith } from './answering.ts';
import { FixturePort } from './fixturePort.ts';
import { FROZEN } from './frozenScenes.ts';
import { HousePort } from './housePort.ts';
import { isHouseScene, type Scene, scenes } from './scenes.ts';

declare global {
  interface Window {
    port: ScreenPort;
    /** `?scene=recall-list&in=es&theme=light&inch=7&distance=0.6`, on this page as if it had just been opened. */
    show: (search: string) => Promise<void>;
    /** In another theme, as from the screen's own sheet. */
    wear: (theme: Theme) => void;
  }
}

const root = document.getElementById('root');
// What a page's own service would have handed it.
addLanguage(LanguageFile.parse(french));
localStorage.clear();
/** Of a screen that was told nothing about itself. */
const untold = ownSettings();
const realFetch = window.fetch;
let shown: Root | null = null;
/** Sounds since a hand first touched the page. */
let sound: AudioContext | null = null;

window.AudioContext = class extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    sound = this;
  }
};
listenForTouches();

window.wear = (theme) => setOwn({ theme });
window.show = async (search) => {
  shown?.unmount();
  shown = null;
  // Nobody has touched this scene yet.
  if (sound !== null && sound.state !== 'closed') await sound.close();
  const asked = new URLSearchParams(search);
  const scene = scenes.find(({ name }) => name === asked.get('scene'));
  if (!root || !scene) return;
  // What the scene before told its screen about itself, and asked its service.
  sessionStorage.clear();
  localStorage.clear();
  const theme = THEMES.find((one) => one === asked.get('theme')) ?? 'dark';
  // Whether a page may sound yet depends on what it was touched for before: what is compared is silent by choice.
  const volume = FROZEN.includes(scene.name) ? 0 : untold.volume;
  setOwn({ ...untold, volume, theme, glass: takeGlass(search).glass });
  window.fetch = realFetch;
  const language = asked.get('in') ?? 'en';
  if (isHouseScene(scene) && scene.answers)
    answerWith(typeof scene.answers === 'function' ? scene.answers(language) : scene.answers);
  window.port = portOf(scene, language);
  shown = createRoot(root);
  shown.render(<App port={window.port} route={routeOf(...partsOf(scene.screen))} />);
};
const isScene = new URLSearchParams(window.location.search).has('scene');
if (isScene) void window.show(window.location.search);
else if (root) {
  root.append(
    ...scenes.map(({ name }) => {
      const link = document.createElement('a');
      link.href = `?scene=${name}`;
      link.textContent = `${name} `;
      return link;
    }),
  );
}

function partsOf(address: string): [string, string] {
  const { pathname, search } = new URL(address, window.location.href);
  return [pathname, search];
}

function portOf(of: Scene, language: string): ScreenPort {
  const isStill = FROZEN.includes(of.name);
  if (isHouseScene(of)) return new HousePort(of, language, isStill);
  const { count, link = 'live', pass = 'none' } = of;
  return new FixturePort({ board: uglyBoard(count), language, link, pass, isStill });
}
