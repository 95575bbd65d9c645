import type { ShapeName } from '../../../renderer/ui/Shape.tsx';

/** What lies behind words and edges that have no fill of their own. */
const SURFACES = ['ground', 'tile', 'raised', 'pressed'] as const;

interface State {
  /** Drawn on the fill, beside its word. */
  readonly shape: ShapeName;
  readonly word: string;
  /** Where it is drawn so, under renderer. */
  readonly by: string;
}

/** Fills that carry a state: never by colour alone. */
export const STATES: Readonly<Record<string, State>> = {
  soon: { shape: 'soon', word: 'state.soon', by: 'ui/fireClock.ts' },
  late: { shape: 'late', word: 'state.late', by: 'ui/fireClock.ts' },
  ready: { shape: 'ready', word: 'state.ready', by: 'screens/board/tile/TileHeader.tsx' },
  allergy: { shape: 'allergy', word: 'allergy.notHeard', by: 'screens/board/tile/AllergyBands.tsx' },
  rush: { shape: 'rush', word: 'tile.rush', by: 'screens/board/tile/Labels.tsx' },
  vip: { shape: 'vip', word: 'tile.vip', by: 'screens/board/tile/Labels.tsx' },
  added: { shape: 'added', word: 'line.addOn', by: 'screens/board/tile/LineHead.tsx' },
  changed: { shape: 'changed', word: 'line.changed', by: 'screens/board/tile/Change.tsx' },
  void: { shape: 'void', word: 'line.void', by: 'screens/board/tile/LineHead.tsx' },
  down: { shape: 'tear', word: 'down.mark', by: 'screens/board/tile/DownMark.tsx' },
  paper: { shape: 'paper', word: 'paper.onPaper', by: 'screens/board/tile/PaperMarks.tsx' },
};

/** Fills of a table of the floor plan: its stage stands on it as a word. */
const STAGES = ['reserved', 'here', 'seated', 'cooking', 'served', 'cleared', 'check', 'dirty'];

/** Every colour of words, and everything it is written on. */
export const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  ink: SURFACES,
  soft: SURFACES,
  quiet: SURFACES,
  'on-fill': [
    ...Object.keys(STATES).filter((fill) => fill !== 'allergy'),
    ...STAGES.map((stage) => `stage-${stage}`),
  ],
  'on-ink': ['ink', 'soft', 'ask'],
  'on-allergy': ['allergy'],
  allergy: ['on-allergy'],
  'soon-ink': [...SURFACES, 'soon-wash'],
  'late-ink': [...SURFACES, 'late-wash'],
  'ready-ink': SURFACES,
  'allergy-ink': SURFACES,
  'rush-ink': SURFACES,
  'added-ink': SURFACES,
  'changed-ink': SURFACES,
  'void-ink': SURFACES,
  'verb-no': SURFACES,
  'verb-add': SURFACES,
  'verb-sub': SURFACES,
  'verb-light': SURFACES,
  'verb-side': SURFACES,
};

/** Every colour of an edge, an outline or a bar that says something, and what it is drawn on. */
export const EDGES: Readonly<Record<string, readonly string[]>> = {
  ink: SURFACES,
  soft: SURFACES,
  ask: SURFACES,
  field: ['tile', 'ground'],
  'soon-ink': SURFACES,
  'late-ink': SURFACES,
  'ready-ink': SURFACES,
  'allergy-ink': SURFACES,
  'changed-ink': SURFACES,
  'down-ink': SURFACES,
  'paper-ink': SURFACES,
  'added-ink': SURFACES,
  'void-ink': SURFACES,
  'rush-ink': SURFACES,
  'on-fill': ['soon', 'late', ...STAGES.map((stage) => `stage-${stage}`)],
  'on-allergy': ['allergy'],
};

/** Lines between things that words tell apart, the surface itself as a gap, the dots under a quantity, the foot of a refusal. They say nothing. */
export const SAYS_NOTHING: readonly string[] = ['edge', 'tile', 'quiet', 'late'];

/** Paper is white and its print black, whatever the screen wears. */
export const NOT_THEMED = 'ui/chit/ChitPaper.module.css';

/**
 * States whose fills are less than `ALIKE_BELOW` apart in some theme for some eyes. They are told apart by shape and word; whoever makes a
 * colour worse adds a line here and sees what he does.
 */
export const ALIKE: readonly string[] = [
  'soon added',
  'soon void',
  'late allergy',
  'late void',
  'ready allergy',
  'ready vip',
  'ready changed',
  'ready void',
  'ready paper',
  'allergy rush',
  'allergy void',
  'rush changed',
  'rush down',
  'vip added',
  'vip void',
  'vip paper',
  'added void',
  'changed down',
  'void paper',
  'down paper',
];

/** Where the allergy's colours may stand: all of it is about an allergy. */
export const ALLERGY_ONLY: Readonly<Record<string, readonly string[]>> = {
  'screens/board/footer/AlertLine.module.css': ['.allergy'],
  'screens/board/footer/AllDay.module.css': ['.allergy'],
  'screens/board/sheet/AwaySheet.module.css': ['.allergy'],
  'screens/board/sheet/DishSheet.module.css': ['.blocked'],
  'screens/board/sheet/screen/ThemeSection.module.css': ['.allergy'],
  'screens/board/tile/AllergyBands.module.css': [
    '.filled',
    '.bands > .filled + .filled',
    '.outlined',
    '.thin',
    '.owed',
    '.outlined .owed',
  ],
  'screens/board/tile/BumpPlace.module.css': ['.waits', '.hear', '.hear:active', '.ask'],
  'screens/board/tile/LineAllergies.module.css': ['.one', '.conflict', '.stop'],
  'screens/board/tile/Possible.module.css': ['.possible', '.ask'],
  'screens/expo/plates/Plates.module.css': ['.seat', '.against', '.checked'],
  'screens/handoff/HandOff.module.css': ['.apart', '.allergic', '.allergens'],
  'screens/host/floor/PlanTable.module.css': ['.allergy'],
  'screens/host/book/PartyMarks.module.css': ['.allergy'],
  'screens/host/book/PartySheet.module.css': ['.allergyName'],
  'screens/host/guests/Guests.module.css': ['.allergy'],
  'screens/host/seat/Seat.module.css': ['.allergy'],
  'screens/keying/Key.module.css': ['.allergy'],
  'screens/runner/RunnerScreen.module.css': ['.apart', '.allergic', '.allergens'],
};
