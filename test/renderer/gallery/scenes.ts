import type { NotDone, RefusedPress, ScreenPicture } from '../../../renderer/app/screenPort.ts';
import type { DoorHouse } from '../../support/doorHouse.ts';
import { allergyScenes } from './scenes/allergies.ts';
import { assemblyScenes } from './scenes/assembly.ts';
import { awayScenes } from './scenes/away.ts';
import { barScenes } from './scenes/bar.ts';
import { cardScenes } from './scenes/cards.ts';
import { dishScenes } from './scenes/dishes.ts';
import { downScenes } from './scenes/down.ts';
import { expoScenes } from './scenes/expo.ts';
import { handOffScenes } from './scenes/handoff.ts';
import { hostScenes } from './scenes/host.ts';
import { hostBookScenes } from './scenes/hostBook.ts';
import { hostFloorScenes } from './scenes/hostFloor.ts';
import { hostGuestScenes } from './scenes/hostGuests.ts';
import { hostSeatScenes } from './scenes/hostSeat.ts';
import { keyingScenes } from './scenes/keying.ts';
import { kitchenScenes } from './scenes/kitchen.ts';
import { layoutScenes } from './scenes/layouts.ts';
import { pageScenes } from './scenes/pages.ts';
import { paperScenes } from './scenes/paper.ts';
import { partyScenes } from './scenes/parties.ts';
import { promotionScenes } from './scenes/promotion.ts';
import { setupScenes } from './scenes/setup.ts';
import { stationScenes } from './scenes/station.ts';
import { talkScenes } from './scenes/talk.ts';

/** What the page's own service answers, by path. */
export type Answers = Readonly<Record<string, 'never' | Said | Judged>>;
interface Said {
  readonly status?: number;
  readonly body: unknown;
}
interface Judged {
  /** What it says to what it was sent; null: it was only asked. */
  readonly answer: (asked: unknown) => unknown;
}

/** A screen in one state, for eyes and for axe. */
export interface HouseScene {
  readonly name: string;
  /** The page's address. */
  readonly screen: string;
  readonly config?: Record<string, unknown>;
  readonly link?: ScreenPicture['link'];
  /** Nothing has come from the hub. */
  readonly isLoaded?: boolean;
  readonly trouble?: string;
  readonly refused?: RefusedPress;
  readonly notDone?: (house: DoorHouse) => readonly NotDone[];
  readonly make: (house: DoorHouse) => void;
  /** Stations that no screen answers for. */
  readonly down?: readonly string[];
  /** No POS is at the hub since so long ago. */
  readonly posLostMs?: number;
  /** After it nobody could see this screen for a while. */
  readonly meanwhile?: (house: DoorHouse) => void;
  /** Pressed in turn once the board stands: selectors, `key:Digit6`, `wait:5000`, `see:SELECTOR`, `file:SELECTOR`. */
  readonly steps?: readonly string[];
  readonly answers?: Answers | ((language: string) => Answers);
  /** The name of what `file:` chooses; what is in it the answers know. */
  readonly file?: string;
}

/** The ugliest boards by hand: things no POS would send together. */
export interface BoardScene {
  readonly name: string;
  readonly screen: string;
  readonly count: number;
  readonly link?: ScreenPicture['link'];
  readonly pass?: 'none' | 'expo';
  readonly steps?: readonly string[];
}

export type Scene = HouseScene | BoardScene;

const boards: readonly BoardScene[] = [
  { name: 'kitchen-3', screen: '/kitchen/grill', count: 3 },
  { name: 'kitchen-12', screen: '/kitchen/grill', count: 12 },
  { name: 'kitchen-40', screen: '/kitchen/grill', count: 40 },
  { name: 'kitchen-40-lost', screen: '/kitchen/grill', count: 40, link: 'lost' },
  { name: 'kitchen-0', screen: '/kitchen/grill', count: 0 },
  { name: 'expo-12', screen: '/expo', count: 12 },
  { name: 'expo-12-pass', screen: '/expo', count: 12, pass: 'expo' },
];

export const scenes: readonly Scene[] = [
  ...boards,
  ...kitchenScenes,
  ...assemblyScenes,
  ...dishScenes,
  ...expoScenes,
  ...handOffScenes,
  ...hostScenes,
  ...hostBookScenes,
  ...hostSeatScenes,
  ...hostGuestScenes,
  ...hostFloorScenes,
  ...partyScenes,
  ...pageScenes,
  ...stationScenes,
  ...barScenes,
  ...paperScenes,
  ...allergyScenes,
  ...awayScenes,
  ...promotionScenes,
  ...downScenes,
  ...talkScenes,
  ...keyingScenes,
  ...layoutScenes,
  ...cardScenes,
  ...setupScenes,
];

/** What is keyed outlives its sheet, and a block that was chosen its table. */
export const keepsKeyed = ({ name, steps = [] }: Scene) =>
  [...keyingScenes, ...hostBookScenes].some((scene) => scene.name === name) ||
  steps.some((step) => step.includes('block-table'));

export const isHouseScene = (scene: Scene): scene is HouseScene => 'make' in scene;
