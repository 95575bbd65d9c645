import { expect, test } from 'vitest';
import { routeOf } from '../../../../renderer/app/route.ts';
import type { ScreenPort } from '../../../../renderer/app/screenPort.ts';
import { isGrave } from '../../../../renderer/screens/board/paper/paperFor.ts';
import { tileNews } from '../../../../renderer/screens/board/tileNews.ts';
import { notHeardBy } from '../../../../renderer/screens/expo/progress.ts';
import { fireLevel } from '../../../../renderer/ui/fireClock.ts';
import { figures, type SoundName } from '../../../../renderer/ui/sound/figures.ts';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { paperLines } from '../../../../shared/domain/selectors/paperLines.ts';
import { runnerList } from '../../../../shared/domain/selectors/runnerList.ts';
import { StationId } from '../../../../shared/lib/ids.ts';
import { en } from '../../../../shared/lib/words/en.ts';
import { es } from '../../../../shared/lib/words/es.ts';
import { uglyBoard } from '../../../support/uglyBoard.ts';
import { FixturePort } from '../../gallery/fixturePort.ts';
import { HousePort } from '../../gallery/housePort.ts';
import { isHouseScene, type Scene, scenes } from '../../gallery/scenes.ts';

/**
 * The visual twin of every sound: a scene of the gallery, which is looked at with every run, and what on it is seen. Whoever cannot hear, or
 * whose screen may not sound, sees all of it.
 */
const someTile =
  (is: (tile: TileView, now: number) => boolean) => (port: ScreenPort, tiles: readonly TileView[]) =>
    tiles.some((tile) => is(tile, port.now()));
const someLine = (is: (line: LineView) => boolean) => someTile(({ lines }) => lines.some(is));
const someNews = (name: SoundName) => someTile((tile) => tileNews(tile).some(({ sound }) => sound === name));

interface Twin {
  readonly scene: string;
  readonly isSeen: (port: ScreenPort, tiles: readonly TileView[], scene: Scene) => boolean;
}

const NOT_HEARD_MS = 90_000;
const TWINS: Readonly<Record<SoundName, Twin>> = {
  new: { scene: 'station-evening', isSeen: someTile(({ clock }) => clock !== null) },
  add_on: { scene: 'changes', isSeen: someLine(({ addedAt }) => addedAt !== null) },
  change: { scene: 'changes', isSeen: someNews('change') },
  void: { scene: 'changes', isSeen: someNews('void') },
  allergy: { scene: 'kitchen-12', isSeen: someNews('allergy') },
  anaphylaxis: { scene: 'kitchen-12', isSeen: someNews('anaphylaxis') },
  allergy_added: { scene: 'kitchen-12', isSeen: someNews('allergy_added') },
  conflict: { scene: 'station-conflict', isSeen: someNews('conflict') },
  late: {
    scene: 'kitchen-12',
    isSeen: someTile(({ clock }, now) => clock !== null && fireLevel(clock, true, now) === 'late'),
  },
  rush: { scene: 'kitchen-12', isSeen: someNews('rush') },
  asked: { scene: 'kitchen-talk', isSeen: someNews('asked') },
  answered: {
    scene: 'expo-talk',
    isSeen: someLine(({ parts }) => parts.some(({ state }) => state === 'up')),
  },
  question: { scene: 'key-asked', isSeen: someNews('question') },
  note: { scene: 'kitchen-talk', isSeen: someNews('note') },
  hands: {
    scene: 'runner',
    isSeen: (port) => port.look(runnerList).some(({ calledAt }) => calledAt !== null),
  },
  unheard: {
    scene: 'expo-service',
    isSeen: someTile((tile, now) => notHeardBy(tile, now, NOT_HEARD_MS).length > 0),
  },
  alert: {
    scene: 'expo-paper-no-printer',
    isSeen: (port) =>
      port.look((state, config, now) => paperLines(state, config, now, port.speed())).some(isGrave),
  },
  link_lost: { scene: 'kitchen-40-lost', isSeen: (port) => port.get().link === 'lost' },
  link_back: { scene: 'kitchen-40', isSeen: (port) => port.get().link === 'live' },
  pos_lost: { scene: 'pos-lost-kitchen', isSeen: (port) => port.get().pos !== null },
  dull: { scene: 'earlier-press-refused', isSeen: (_port, _tiles, scene) => 'refused' in scene },
};

function opened(scene: Scene): [ScreenPort, readonly TileView[]] {
  const port = isHouseScene(scene)
    ? new HousePort(scene, 'en')
    : new FixturePort({
        board: uglyBoard(scene.count),
        language: 'en',
        link: scene.link ?? 'live',
        pass: 'none',
      });
  const route = routeOf(scene.screen, '');
  const { tiles } = port.board(
    route.kind === 'kitchen'
      ? { kind: 'station', station: StationId.parse(route.station) }
      : { kind: 'expo' },
  );
  return [port, tiles];
}

test.each(Object.entries(TWINS))('%s is seen', (_name, { scene: name, isSeen }) => {
  const scene = scenes.find((one) => one.name === name);
  if (!scene) throw new Error(`no scene ${name}`);
  expect(isSeen(...opened(scene), scene)).toBe(true);
});

test('every sound has a twin, a name and words for what is seen of it, in both languages', () => {
  const sounds = Object.keys(figures).sort();
  expect(Object.keys(TWINS).sort()).toEqual(sounds);
  for (const { sounds: words } of [en, es]) {
    expect(Object.keys(words.name).sort()).toEqual(sounds);
    expect(Object.keys(words.seen).sort()).toEqual(sounds);
  }
});
