import type {
  LineView,
  PossibleView,
  QuestionView,
  TileView,
} from '../../../shared/domain/selectors/boardView.ts';
import { noteChunks } from './noteChunks.ts';

/**
 * A tile's content as a row of blocks, the smallest things that may be torn from one another when a long ticket continues in the next cell.
 * A block is never cut: what is longer than a cell (a note of 2,000 characters) is many blocks.
 */
export interface Block {
  /** Unique within its tile and stable while the thing stands. */
  readonly key: string;
  readonly kind:
    | 'asked'
    | 'stationNote'
    | 'question'
    | 'possible'
    | 'ticketNote'
    | 'course'
    | 'seat'
    | 'head'
    | 'allergy'
    | 'stop'
    | 'plated'
    | 'change'
    | 'modifiers'
    | 'note'
    | 'places';
  readonly line: LineView | null;
  readonly question: QuestionView | null;
  readonly possible: PossibleView | null;
  /** Words of a note, a heading's number, the id of expo's note; empty otherwise. */
  readonly text: string;
  readonly isFirstChunk: boolean;
  readonly isLastChunk: boolean;
  /** May not be the last thing before a tear. */
  readonly keepsWithNext: boolean;
}

const plain = {
  line: null,
  question: null,
  possible: null,
  text: '',
  isFirstChunk: true,
  isLastChunk: true,
  keepsWithNext: false,
};

/** What stands above a dish's blocks where they go on in another part: its name, and that it began before. */
export const resumedKey = ({ key }: Pick<LineView, 'key'>) => `resumed:${key}`;

/** Blocks of a station's tile, top to bottom. */
export function stationBlocks(tile: TileView): Block[] {
  return [...talkBlocks(tile), ...tileBlocks(tile), ...tile.lines.flatMap(lineBlocks)];
}

/** What expo wants of this station, before the food: it is short, and it waits. */
function talkBlocks({ askedAt, notes = [] }: TileView): Block[] {
  const asked: Block[] = askedAt === undefined ? [] : [{ ...plain, key: `asked:${askedAt}`, kind: 'asked' }];
  const said = notes.map(
    ({ id }): Block => ({ ...plain, key: `stationNote:${id}`, kind: 'stationNote', text: id }),
  );
  return [...asked, ...said];
}

/** Expo's: the courses with their buttons first, then the food on the table now by seat, of a large party by dish. */
export function expoBlocks(tile: TileView): Block[] {
  // The one course of a table says nothing that its dishes do not; it stands here only to be fired.
  const isAlone = tile.courses.length === 1 && tile.courses[0]?.state !== 'held';
  const courses = (isAlone ? [] : tile.courses).map(
    (course): Block => ({
      ...plain,
      key: `course:${course.number}`,
      kind: 'course',
      text: `${course.number}`,
    }),
  );
  const blocks = [...tileBlocks(tile), ...courses];
  if (tile.isLarge) return [...blocks, ...tile.lines.flatMap(lineBlocks)];
  let seat: string | null = null;
  for (const line of tile.lines) {
    const own = line.seats.join(' ');
    if (own !== seat) {
      seat = own;
      blocks.push({ ...plain, key: `seat:${line.key}`, kind: 'seat', text: own, line, keepsWithNext: true });
    }
    blocks.push(...lineBlocks(line));
  }
  return blocks;
}

function tileBlocks(tile: TileView): Block[] {
  const questions = tile.questions.map(
    (question): Block => ({ ...plain, key: `question:${question.id}`, kind: 'question', question }),
  );
  return [
    ...questions,
    ...possibleBlocks('ticket', tile.possible, null),
    ...noteBlocks('ticket', 'ticketNote', tile.head.notes, null),
  ];
}

/** A line is a value that never changes, and its blocks with it. */
const known = new WeakMap<LineView, readonly Block[]>();

function lineBlocks(line: LineView): readonly Block[] {
  const blocks = known.get(line) ?? blocksOfLine(line);
  known.set(line, blocks);
  return blocks;
}

function blocksOfLine(line: LineView): Block[] {
  const of = (kind: Block['kind']): Block => ({ ...plain, key: `${line.key}/${kind}`, kind, line });
  const blocks: Block[] = [of('head')];
  // What may hurt somebody stands first, directly beneath the dish.
  if (line.stops.length > 0) blocks.push(of('stop'));
  if (line.allergies.length > 0) blocks.push(of('allergy'));
  blocks.push(...possibleBlocks(line.key, line.possible, line));
  if (isPlatedInBulk(line)) blocks.push(of('plated'));
  if (line.was !== null && Object.keys(line.was).length > 0) blocks.push(of('change'));
  if (line.modifiers.length > 0) blocks.push(of('modifiers'));
  blocks.push(...noteBlocks(line.key, 'note', line.notes, line));
  if (hasPlaces(line)) blocks.push(of('places'));
  const [head, ...rest] = blocks;
  if (!head) return [];
  return [{ ...head, keepsWithNext: rest.length > 0 }, ...rest];
}

function hasPlaces({ alsoAt, unknownStations, parts, from, handsTo }: LineView): boolean {
  return alsoAt.length + unknownStations.length + parts.length > 0 || (from ?? handsTo) !== undefined;
}

/** From here on nobody counts plate by plate alone. */
const BULK = 12;

/** A line of a banquet: plated counts, 20 of 60, and by fives and tens. */
function isPlatedInBulk({ quantity, state, ready }: LineView): boolean {
  return quantity >= BULK && (state === 'fired' || state === 'started' || (state === 'ready' && ready > 0));
}

function possibleBlocks(owner: string, asked: readonly PossibleView[], line: LineView | null): Block[] {
  return asked.map(
    (possible): Block => ({
      ...plain,
      key: `${owner}/possible:${possible.id}`,
      kind: 'possible',
      line,
      possible,
    }),
  );
}

function noteBlocks(
  owner: string,
  kind: 'note' | 'ticketNote',
  words: string | null,
  line: LineView | null,
): Block[] {
  const chunks = noteChunks(words ?? '');
  return chunks.map((text, index) => ({
    ...plain,
    key: `${owner}/${kind}:${index}`,
    kind,
    line,
    text,
    isFirstChunk: index === 0,
    isLastChunk: index === chunks.length - 1,
  }));
}
