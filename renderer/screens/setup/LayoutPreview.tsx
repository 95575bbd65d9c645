import {
  type CSSProperties,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { StationConfig } from '../../../shared/config/houseConfig.ts';
import { usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { BUMP_MM, CAP_MM, fontPx, glassOf, glassProperties, TARGET_PX } from '../../theme/physical.ts';
import { handClock } from '../../ui/handClock.ts';
import { PressWatch } from '../../ui/press/PressWatch.ts';
import { PressProvider } from '../../ui/press/pressContext.ts';
import { BoardGridView } from '../board/BoardGridView.tsx';
import { BoardModel } from '../board/BoardModel.ts';
import { stationBlocks } from '../board/blocks.ts';
import { ActionsProvider } from '../board/boardActions.ts';
import { gridOf, mayFix } from '../board/layouts/gridOf.ts';
import { MeasureProvider } from '../board/measureContext.ts';
import { looksOnly } from '../board/sheet/looksOnly.ts';
import { SheetProvider } from '../board/sheet/sheetContext.ts';
import css from './LayoutPreview.module.css';
import setup from './Setup.module.css';
import { sampleBoard } from './sampleBoard.ts';
import { useSection } from './setupContext.ts';

/** A 10 inch tablet without its footer, the glass most stations have, at half its size: smaller by its own units, so that all is measured as ever. */
const SCALE = 0.5;
const TABLET = glassOf(1280, 800);
const GLASS = { ...TABLET, pxPerMm: TABLET.pxPerMm * SCALE };
const SIZE = { widthPx: 1280 * SCALE, heightPx: 690 * SCALE };
const BUMP_PX = BUMP_MM * GLASS.pxPerMm;
const STYLE = {
  ...glassProperties(GLASS),
  '--bump': `${BUMP_PX}px`,
  '--target': `${TARGET_PX * SCALE}px`,
  width: SIZE.widthPx,
  height: SIZE.heightPx,
} as CSSProperties;

/** What a kitchen's screen wears until somebody chooses another. */
const WORN_FIRST = 'dark';

const nothing = () => undefined;
const noSheet = { open: null, show: nothing, close: nothing };
const noHand = new PressWatch(handClock, {
  pxPerMm: () => GLASS.pxPerMm,
  onFingers: nothing,
  seen: () => 0,
});

/** What a station's tablet would look like under the layout that is chosen on the page: the screen's own parts on the house's own rules. */
export function LayoutPreview({ station }: { station: StationConfig }) {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const layout = t(`setup.stations.layouts.${station.layout}`);
  return (
    <div className={css.preview}>
      <button
        type="button"
        className={setup.button}
        aria-expanded={isOpen}
        data-testid="layout-preview"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t('setup.stations.previewOff') : t('setup.stations.preview', { layout })}
      </button>
      {isOpen && (
        <div
          className={css.frame}
          role="img"
          aria-label={t('setup.stations.previewOf', { layout, name: station.name })}
        >
          {/* A layout, or another name, is another board. */}
          <Glass key={`${station.layout}/${station.hasFixedSlots}`} station={station} />
        </div>
      )}
    </div>
  );
}

function Glass({ station }: { station: StationConfig }) {
  const { t } = useSpeech();
  const port = usePort();
  const { draft } = useSection();
  const { id, layout, hasFixedSlots } = station;
  const [model] = useState(() => {
    const say = (key: string) => t(`setup.stations.sample.${key}`);
    const board = new BoardModel(sampleBoard(draft, id, port.now(), say), 0, handClock, stationBlocks);
    const type = {
      largePx: fontPx(GLASS, CAP_MM.large),
      mediumPx: fontPx(GLASS, CAP_MM.medium),
      bumpPx: BUMP_PX,
    };
    board.setGrid({ ...gridOf(layout, SIZE, GLASS), hasFixedSlots: hasFixedSlots && mayFix(layout) }, type);
    return board;
  });
  const picture = useSyncExternalStore(model.subscribe, model.get);
  useLayoutEffect(() => model.layoutAgain());
  useEffect(() => () => model.rest(), [model]);
  const { measuring } = picture;
  const measure = useMemo(
    () => ({ blocksOf: stationBlocks, note: model.noteHeights.bind(model), measuring }),
    [model, measuring],
  );
  return (
    <div className={css.glass} style={STYLE} data-glass="" data-theme={WORN_FIRST} inert>
      <PressProvider value={noHand}>
        <ActionsProvider value={looksOnly}>
          <MeasureProvider value={measure}>
            <SheetProvider value={noSheet}>
              <BoardGridView {...picture} refusal={null} />
            </SheetProvider>
          </MeasureProvider>
        </ActionsProvider>
      </PressProvider>
    </div>
  );
}
