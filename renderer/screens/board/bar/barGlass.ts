import { KEY_POINTER, type PressWatch } from '../../../ui/press/PressWatch.ts';
import type { BarGlass } from './BarHand.ts';

/** Marks what a key of the bump bar presses: the bump place of a tile, and its header. */
export const BAR_PLACE = { 'data-bar': 'place' } as const;
export const BAR_HEADER = { 'data-bar': 'header' } as const;
/** A quantity stands before its dish, and is come to after it: the first thing of a line is the dish. */
export const BAR_COUNT = { 'data-bar': 'count' } as const;

/** RECALL of a board; of a list, its UNDO. */
const RECALLS =
  'footer [data-zone=recall], footer [data-zone="sheet:recall"], footer [data-zone="list:undo"]';

/** What UP and DOWN have come to has the focus, so that it is seen, scrolled to and read out. */
export function barGlass(root: () => HTMLElement | null, watch: PressWatch): BarGlass {
  const hold = (target: Element | null | undefined): boolean => {
    if (!target || root()?.closest('[inert]')) return false;
    const { left, top } = target.getBoundingClientRect();
    target.dispatchEvent(
      new PointerEvent('pointerdown', {
        pointerId: KEY_POINTER,
        pointerType: 'key',
        clientX: left,
        clientY: top,
        bubbles: true,
        cancelable: true,
      }),
    );
    return watch.isKeyOnTarget();
  };
  const partsOf = (key: string) => {
    const [, kind, id] = /^(tile|hole):(.*)$/su.exec(key) ?? [];
    const name = CSS.escape(id ?? '');
    const selector =
      kind === 'tile' ? `main article[data-zone="${name}"]` : `main section[data-ticket="${name}"]`;
    return [...(root()?.querySelectorAll<HTMLElement>(selector) ?? [])];
  };
  const found = (key: string, selector: string) =>
    partsOf(key).flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)]);
  const things = (key: string | null): HTMLElement[] => {
    if (key !== null) return dishFirst(found(key, 'button').filter(({ dataset }) => !isEnd(dataset.bar)));
    const around = root()?.querySelector('[role=dialog]') ?? root()?.querySelector('footer');
    const all = [...(around?.querySelectorAll<HTMLElement>('button') ?? [])];
    const free = all.filter((button) => button.closest('[inert]') === null);
    // CLOSE has a key of its own, and what the sheet is for comes first.
    const isClose = ({ dataset }: HTMLElement) => dataset.zone === 'sheet:close';
    return [...free.filter((button) => !isClose(button)), ...free.filter(isClose)];
  };
  const markedAt = (all: readonly HTMLElement[]) =>
    document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;

  return {
    holdPlace: (key) => hold(found(key, '[data-bar=place]').at(-1)),
    holdItem: (key) => {
      const all = things(key);
      return hold(all[markedAt(all)] ?? (key === null ? null : found(key, '[data-bar=header]')[0]));
    },
    holdRecall: () => hold(root()?.querySelector(RECALLS)),
    move: (key, by) => {
      const all = things(key);
      const at = markedAt(all);
      const next = all.at(at === -1 ? (by === 1 ? 0 : -1) : (at + by) % all.length);
      next?.focus();
      return next !== undefined;
    },
    leave: () => {
      if (document.activeElement instanceof HTMLElement && root()?.contains(document.activeElement))
        document.activeElement.blur();
    },
  };
}

const isEnd = (mark: string | undefined) => mark === 'place' || mark === 'header';

function dishFirst(buttons: readonly HTMLElement[]): HTMLElement[] {
  const isCount = (button: HTMLElement | undefined) => button?.dataset.bar === 'count';
  return buttons.flatMap((button, index) => {
    const next = buttons[index + 1];
    if (isCount(button)) return next === undefined ? [button] : [next, button];
    return isCount(buttons[index - 1]) ? [] : [button];
  });
}
