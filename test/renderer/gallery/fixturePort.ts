import type { ScreenPicture, ScreenPort } from '../../../renderer/app/screenPort.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { emptyState } from '../../../shared/domain/model/state.ts';
import type { Board, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { FIXTURE_NOW, station } from '../../support/boardFixtures.ts';
import { expoBoardOf } from './expoFixture.ts';
import { passing } from './passing.ts';

export interface FixtureOptions {
  readonly board: Board;
  readonly language: string;
  readonly link: ScreenPicture['link'];
  readonly pass: 'none' | 'expo';
  /** The clock stands: for pictures that are compared. */
  readonly isStill?: boolean;
}

/** A port with a board in it instead of a hub: a bump takes the tile away, hearing hears, the clock runs. */
export class FixturePort implements ScreenPort {
  readonly sent: ScreenCommand[] = [];
  readonly listed: string[] = [];
  readonly painted: string[] = [];
  private readonly passed: () => number;
  private readonly listeners = new Set<() => void>();
  private current: Board;
  private before: Board | null = null;
  private picture: ScreenPicture;

  constructor({ board, language, link, pass, isStill = false }: FixtureOptions) {
    this.passed = passing(isStill);
    this.current = board;
    this.picture = {
      isLoaded: true,
      seq: 1,
      link,
      alerts: {},
      pending: 0,
      notDone: [],
      away: null,
      down: [],
      pos: null,
      config: HouseConfig.parse({
        venue: { language, timeZone: 'Europe/Madrid' },
        stations: [
          { id: 'grill', name: 'Grill' },
          { id: 'fry', name: 'Fry' },
        ],
        pass,
      }),
    };
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  get = () => this.picture;
  now = () => FIXTURE_NOW + this.passed();
  speed = () => 1;
  ageMs = () => (this.picture.link === 'lost' ? 63_000 : 200);
  board: ScreenPort['board'] = (place) => (place.kind === 'expo' ? expoBoardOf(this.current) : this.current);
  lastBumped: ScreenPort['lastBumped'] = () => null;
  look: ScreenPort['look'] = (by) => by(emptyState, this.picture.config, this.now());
  onRefused = () => () => undefined;
  closeAway = () => undefined;
  readNotDone = () => undefined;
  trouble = () => null;
  personal = () => null;
  reportListed = (ticket: string) => void this.listed.push(ticket);
  reportPainted = (ticket: string) => void this.painted.push(ticket);

  prepare: ScreenPort['prepare'] = (command) => () => this.press(command);
  press: ScreenPort['press'] = (command) => {
    this.sent.push(command);
    if (command.type === 'ticket.bump') {
      this.before = this.current;
      this.change((tiles) => tiles.filter(({ ticketId }) => ticketId !== command.ticket));
    }
    if (command.type === 'item.recall' && command.undo && this.before) {
      const { tiles } = this.before;
      this.change(() => [...tiles]);
    }
    if (command.type === 'allergy.hear')
      this.change((tiles) => tiles.map((tile) => (tile.ticketId === command.ticket ? heard(tile) : tile)));
    return Promise.resolve({ state: 'decided', outcome: 'applied', seq: this.picture.seq });
  };

  change(by: (tiles: readonly TileView[]) => TileView[]): void {
    this.current = { ...this.current, tiles: by(this.current.tiles) };
    this.picture = { ...this.picture, seq: this.picture.seq + 1 };
    for (const listener of this.listeners) listener();
  }
}

function heard(tile: TileView): TileView {
  return {
    ...tile,
    bands: tile.bands.map((band) => ({
      ...band,
      isOwed: false,
      heard: [{ station: station('grill'), at: FIXTURE_NOW, calledBy: null }],
    })),
    lines: tile.lines.map((line) => ({ ...line, isBlocked: false })),
    place: {
      kind: 'bump',
      portions: tile.lines.flatMap(({ portions }) =>
        portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
      ),
      voids: [],
      changes: [],
      blockedBy: null,
    },
  };
}
