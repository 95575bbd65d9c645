import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { StationLayout } from '../../../shared/config/houseConfig.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import type { BoardPlace } from '../../app/screenPort.ts';
import { useSpeech } from '../../app/words.ts';
import { bumpPx, CAP_MM, fontPx } from '../../theme/physical.ts';
import { useGlass } from '../../theme/useGlass.ts';
import { handClock } from '../../ui/handClock.ts';
import { PressWatch } from '../../ui/press/PressWatch.ts';
import { PressProvider, usePageContacts } from '../../ui/press/pressContext.ts';
import { useLeftAlone } from '../../ui/useLeftAlone.ts';
import { useSize } from '../../ui/useSize.ts';
import { ticksGiveWay } from '../../ui/useTick.ts';
import { Picks } from '../expo/picks.ts';
import { usePlatesSheet } from '../expo/plates/usePlatesSheet.ts';
import { RunUndo } from '../expo/RunUndo.ts';
import { BoardGridView } from './BoardGridView.tsx';
import css from './BoardScreen.module.css';
import { BarProvider } from './bar/barContext.ts';
import { useBoardBar } from './bar/useBoardBar.ts';
import type { Block } from './blocks.ts';
import { ActionsProvider } from './boardActions.ts';
import type { BoardTools } from './boardTools.ts';
import { Footer } from './footer/Footer.tsx';
import { useAllDayGaps } from './footer/useAllDayGaps.ts';
import { HouseSounds } from './HouseSounds.tsx';
import { gridOf, mayFix } from './layouts/gridOf.ts';
import { LEFT_ALONE_MS } from './leftAlone.ts';
import { LitDish } from './litDish.ts';
import { makeActions, sender } from './makeActions.ts';
import { MeasureProvider } from './measureContext.ts';
import { isOnGlass } from './onGlass.ts';
import { makePaperTools, PaperProvider } from './paper/paperTools.ts';
import { Stage } from './Stage.tsx';
import { Sheets } from './sheet/Sheets.tsx';
import { sheetColumns } from './sheet/sheetColumns.ts';
import { SheetProvider } from './sheet/sheetContext.ts';
import { useSheets } from './sheet/useSheets.ts';
import { tileKey } from './tileKey.ts';
import { useBoardModel } from './useBoardModel.ts';
import { useReceipts } from './useReceipts.ts';
import { useRefusals } from './useRefusals.ts';
import { useSoundPlace } from './useSoundPlace.ts';

export interface BoardScreenProps {
  readonly place: BoardPlace;
  readonly name: string;
  readonly blocksOf: (tile: TileView) => Block[];
  readonly steps: 2 | 3;
  readonly canAnswer: boolean;
  readonly canRun: boolean;
  readonly layout?: StationLayout;
  readonly hasFixedSlots?: boolean;
  readonly empty: ReactNode;
  /** Footer buttons of this screen; they may send and refuse. */
  readonly buttons?: (tools: BoardTools) => ReactNode;
}

/** A board with its footer: the same for a station and for expo, which differ in their blocks and presses. */
export function BoardScreen(props: BoardScreenProps) {
  const { place, name, blocksOf, steps, canAnswer, canRun, empty, buttons } = props;
  const { layout = 'tiles', hasFixedSlots = false } = props;
  const port = usePort();
  const { t } = useSpeech();
  const { glass, viewport } = useGlass();
  const cachedBlocks = useMemo(() => remembered(blocksOf), [blocksOf]);
  const [model, picture] = useBoardModel(place, cachedBlocks);
  const gaps = useAllDayGaps(place, model, cachedBlocks);
  const [note, refuse] = useRefusals();
  useSoundPlace(place);
  const footer = useRef<HTMLElement>(null);
  // Its fonts may come after it.
  const footerPx = useSize(footer)?.heightPx;

  const glassRef = useRef(glass);
  useEffect(() => {
    glassRef.current = glass;
  }, [glass]);
  const [watch] = useState(
    () =>
      new PressWatch(handClock, {
        pxPerMm: () => glassRef.current.pxPerMm,
        onFingers: (isDown) => {
          ticksGiveWay(port);
          model.setFinger(isDown);
        },
        seen: model.seen,
      }),
  );
  usePageContacts(watch);

  const isExpo = place.kind === 'expo';
  const own = place.kind === 'expo' ? null : place.station;
  useLayoutEffect(() => {
    if (footerPx === undefined) return;
    const heightPx = viewport.heightPx - (footer.current?.offsetHeight ?? 0);
    const grid = gridOf(layout, { ...viewport, heightPx }, glass, isExpo);
    model.setGrid(
      { ...grid, hasFixedSlots: hasFixedSlots && mayFix(layout) },
      {
        largePx: fontPx(glass, CAP_MM.large),
        mediumPx: fontPx(glass, CAP_MM.medium),
        bumpPx: bumpPx(glass),
      },
    );
  }, [model, glass, viewport, footerPx, isExpo, hasFixedSlots, layout]);

  const sheets = useSheets();
  const isCovered = sheets.open !== null;
  const covered = isCovered ? sheetColumns(picture.grid) : 0;
  useLayoutEffect(() => model.cover(covered), [model, covered]);
  const away = usePicture((all) => all.away);
  const { show, close } = sheets;
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = isCovered;
  }, [isCovered]);
  // What was missed lies beside the board at once, and waits in the line where somebody reads something else.
  useEffect(() => {
    if (away !== null && !isOpen.current) show({ kind: 'away' });
  }, [away, show]);
  const goTo = useCallback(
    (page: number) => {
      close();
      model.goTo(page);
    },
    [close, model],
  );

  const root = useRef<HTMLDivElement>(null);
  const bar = useBoardBar({ root, model, watch, sheets, refuse, goTo });

  useReceipts(picture);
  // Of the page before a reload, or of another screen of this station: nobody here waits for its answer.
  useEffect(
    () =>
      port.onRefused(({ code, title }) =>
        refuse(null, title === null ? 'refusal.earlier' : 'refusal.earlierOf', {
          title: title ?? '',
          why: t(`rejection.${code}`),
        }),
      ),
    [port, refuse, t],
  );

  const [picks] = useState(() => new Picks());
  const [runs] = useState(() => new RunUndo(handClock));
  useLeftAlone(isExpo, LEFT_ALONE_MS, picks.clearAll);
  const openTable = useCallback((ticket: TicketId) => show({ kind: 'table', ticket }), [show]);
  const openCard = useCallback(
    ({ dishRef: dish, names }: LineView) => show({ kind: 'card', dish, names, backTo: null }),
    [show],
  );
  const openPlates = usePlatesSheet(show);
  const actions = useMemo(
    () =>
      makeActions({
        port,
        model,
        picks,
        runs,
        isExpo,
        own,
        steps,
        canAnswer,
        canRun,
        refuse,
        openTable,
        openCard,
        openPlates,
      }),
    [
      port,
      model,
      picks,
      runs,
      isExpo,
      own,
      steps,
      canAnswer,
      canRun,
      refuse,
      openTable,
      openCard,
      openPlates,
    ],
  );
  const tools = useMemo(() => ({ send: sender({ port, refuse }), refuse }), [port, refuse]);
  const paper = useMemo(() => makePaperTools({ place, model, tools, goTo }), [place, model, tools, goTo]);
  const { measuring } = picture;
  const measure = useMemo(
    () => ({ blocksOf: cachedBlocks, note: model.noteHeights.bind(model), measuring }),
    [cachedBlocks, model, measuring],
  );

  const isSaidOnTile =
    note !== null &&
    picture.places.some(
      (at) => at.kind === 'tile' && tileKey(at.tile) === note.ticket && isOnGlass(at.parts, picture),
    );
  const words = note === null ? null : t(note.key, note.values);
  const refusal = useMemo(
    () => (note?.ticket && words !== null ? { ticket: note.ticket, words } : null),
    [note, words],
  );
  const ownButtons = useMemo(() => buttons?.(tools), [buttons, tools]);
  return (
    <PressProvider value={watch}>
      <ActionsProvider value={actions}>
        <MeasureProvider value={measure}>
          <BarProvider value={bar}>
            <SheetProvider value={sheets}>
              <PaperProvider value={paper}>
                <LitDish value={sheets.open?.kind === 'dish' ? sheets.open.key : null}>
                  <div ref={root} className={css.screen}>
                    <Stage model={model}>
                      {picture.places.length === 0 ? (
                        empty
                      ) : (
                        <BoardGridView
                          grid={picture.grid}
                          lanes={picture.lanes}
                          places={picture.places}
                          page={picture.page}
                          coming={picture.coming}
                          refusal={refusal}
                        />
                      )}
                      <Sheets place={place} picture={picture} tools={tools} />
                    </Stage>
                    <HouseSounds />
                    <Footer
                      reference={footer}
                      name={name}
                      picture={picture}
                      gaps={gaps}
                      note={isSaidOnTile ? null : words}
                      goTo={goTo}
                    >
                      {ownButtons}
                    </Footer>
                  </div>
                </LitDish>
              </PaperProvider>
            </SheetProvider>
          </BarProvider>
        </MeasureProvider>
      </ActionsProvider>
    </PressProvider>
  );
}

/** A tile's blocks are asked for by the layout and by its drawing; an unchanged tile has unchanged blocks. */
function remembered(blocksOf: (tile: TileView) => Block[]): (tile: TileView) => readonly Block[] {
  const known = new WeakMap<TileView, Block[]>();
  return (tile) => {
    const blocks = known.get(tile) ?? blocksOf(tile);
    known.set(tile, blocks);
    return blocks;
  };
}
