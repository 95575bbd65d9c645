import '../../../renderer/app/look.ts';
import { createRoot } from 'react-dom/client';
import french from '../../../assets/words/fr.json' with { type: 'json' };
import { App } from '../../../renderer/app/App.tsx';
import { addLanguage } from '../../../renderer/app/languages.ts';
import { setOwn } from '../../../renderer/app/ownSettings.ts';
import { routeOf } from '../../../renderer/app/route.ts';
import type { ScreenPort } from '../../../renderer/app/screenPort.ts';
import { takeGlass } from '../../../renderer/theme/tellGlass.ts';
import { THEMES } from '../../../renderer/theme/wearTheme.ts';
import { listenForTouches } from '../../../renderer/ui/sounds.ts';
import { LanguageFile } from '../../../shared/lib/words/languageFile.ts';
import { uglyBoard } from '../../support/uglyBoard.ts';
import { answerWith } from './answering.ts';
import { FixturePort } from './fixturePort.ts';
import { HousePort } from './housePort.ts';
import { isHouseScene, type Scene, scenes } from './scenes.ts';

/** `?scene=recall-list&in=es&theme=light&inch=7&distance=0.6` */
const asked = new URLSearchParams(window.location.search);
const scene = scenes.find(({ name }) => name === asked.get('scene'));
const root = document.getElementById('root');

declare global {
  interface Window {
    port: ScreenPort;
  }
}

if (root && scene) {
  // What the scene before told its screen about itself.
  localStorage.clear();
  const theme = THEMES.find((one) => one === asked.get('theme')) ?? 'dark';
  setOwn({ theme, glass: takeGlass(window.location.search).glass });
  if (isHouseScene(scene) && scene.answers) answerWith(scene.answers);
  // What a page's own service would have handed it.
  addLanguage(LanguageFile.parse(french));
  listenForTouches();
  window.port = portOf(scene, asked.get('in') ?? 'en');
  createRoot(root).render(<App port={window.port} route={routeOf(...partsOf(scene.screen))} />);
} else if (root) {
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
  if (isHouseScene(of)) return new HousePort(of, language);
  const { count, link = 'live', pass = 'none' } = of;
  return new FixturePort({ board: uglyBoard(count), language, link, pass });
}
