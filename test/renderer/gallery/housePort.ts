import type { RefusedPress, ScreenPicture, ScreenPort } from '../../../renderer/app/screenPort.ts';
import { lastBumpedOf } from '../../../renderer/sync/lastBumped.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { downStations } from '../../../shared/config/neighbour.ts';
import { PersonFields } from '../../../shared/domain/model/put.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { whileAway } from '../../../shared/domain/selectors/whileAway.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { DoorHouse } from '../../support/doorHouse.ts';
import { screen } from '../../support/house.ts';
import { passing } from './passing.ts';
import type { HouseScene } from './scenes.ts';

/** As cooks of these languages say them. */
const NAMES: Readonly<Record<string, { readonly grill: string; readonly fry: string }>> = {
  es: { grill: 'Parrilla', fry: 'Freidora' },
  fr: { grill: 'Grillade', fry: 'Friture' },
};

/** A screen on a house without a line between them: the real rules, the real selectors, a clock that runs. */
export class HousePort implements ScreenPort {
  readonly house: DoorHouse;
  private readonly scene: HouseScene;
  private readonly passed: () => number;
  private readonly openedAt: number;
  private readonly listeners = new Set<() => void>();
  private readonly notDone: ScreenPicture['notDone'];
  private readonly down: ScreenPicture['down'];
  private readonly pos: ScreenPicture['pos'];
  private away: ScreenPicture['away'];
  private picture: ScreenPicture;

  constructor(scene: HouseScene, language: string, isStill = false) {
    this.passed = passing(isStill);
    this.scene = scene;
    this.house = new DoorHouse(
      HouseConfig.parse({
        venue: { language, timeZone: 'Europe/Madrid' },
        stations: [
          { id: 'grill', name: NAMES[language]?.grill ?? 'Grill' },
          { id: 'fry', name: NAMES[language]?.fry ?? 'Fry' },
        ],
        routes: [{ stations: ['grill'] }],
        pass: 'expo',
        ...scene.config,
      }),
    );
    scene.make(this.house);
    this.away = this.missed();
    this.pos = scene.posLostMs === undefined ? null : { since: this.house.now - scene.posLostMs };
    this.down = downStations(this.house.config, scene.down ?? []);
    this.notDone = scene.notDone?.(this.house) ?? [];
    this.openedAt = this.house.now;
    this.picture = this.drawn();
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  get = () => this.picture;
  now = () => this.openedAt + this.passed();
  speed = () => 1;
  ageMs = () => (this.scene.link === 'lost' ? 63_000 : 200);
  board: ScreenPort['board'] = (place) =>
    place.kind === 'expo'
      ? expoBoard(this.house.state, this.house.config, this.now())
      : stationBoard(
          this.house.state,
          place.station,
          this.house.config,
          this.now(),
          this.down.flatMap(({ station, shownAt }) => (shownAt === place.station ? [station] : [])),
        );
  lastBumped: ScreenPort['lastBumped'] = (station) => lastBumpedOf(this.house.state, station);
  look: ScreenPort['look'] = (by) => by(this.house.state, this.house.config, this.now());
  personal: ScreenPort['personal'] = (id) => PersonFields.safeParse(this.house.people.get(id)).data ?? null;
  reportListed = () => undefined;
  reportPainted = () => undefined;
  closeAway = () => {
    this.away = null;
    this.picture = this.drawn();
    for (const listener of this.listeners) listener();
  };
  readNotDone = () => undefined;
  trouble = () => this.scene.trouble ?? null;

  onRefused = (listener: (refused: RefusedPress) => void) => {
    if (this.scene.refused) listener(this.scene.refused);
    return () => undefined;
  };

  prepare: ScreenPort['prepare'] = (command) => () => this.press(command);

  press: ScreenPort['press'] = (command) => {
    this.house.now = Math.round(this.now());
    const actor = screen(['kitchen', 'expo', 'host', 'manager'], this.station());
    const decision = this.house.run(command, actor);
    this.picture = this.drawn();
    for (const listener of this.listeners) listener();
    return Promise.resolve(
      decision.ok
        ? { state: 'decided', outcome: decision.outcome, seq: this.house.seq }
        : { state: 'refused', code: decision.code, message: decision.message },
    );
  };

  /** A put while the page is open, by the page's own test. */
  put = (ticket: Parameters<DoorHouse['put']>[0]): void => {
    this.house.now = Math.round(this.now());
    this.house.put(ticket);
    this.picture = this.drawn();
    for (const listener of this.listeners) listener();
  };

  private missed(): ScreenPicture['away'] {
    const { house, scene } = this;
    if (!scene.meanwhile) return null;
    const { state: before, now: from } = house;
    scene.meanwhile(house);
    const lines = whileAway(before, house.state, scene.screen === '/expo' ? null : [this.station()]);
    return { from, to: house.now, lines };
  }

  private station(): StationId {
    return StationId.parse(
      this.scene.screen.startsWith('/expo') ? 'expo' : this.scene.screen.split('/').at(-1),
    );
  }

  private drawn(): ScreenPicture {
    return {
      isLoaded: this.scene.isLoaded ?? true,
      seq: this.house.seq,
      config: this.house.config,
      link: this.scene.link ?? 'live',
      alerts: this.house.state.alerts,
      pending: 0,
      notDone: this.notDone,
      away: this.away,
      down: this.down,
      pos: this.pos,
    };
  }
}
