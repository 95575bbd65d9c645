import type { Look, Note, Thing, Under } from './noted.ts';

/** What a hand sees of a screen and what each of its presses stood on, noted by the page itself. Runs before the page's own scripts. */
export interface Eyes {
  /** Everything that may be pressed now. */
  readonly look: () => Look;
  /** The notes of presses that are over, each once. */
  readonly take: () => Note[];
}

declare global {
  interface Window {
    heardEyes: Eyes;
  }
}

/** Serialised into the page: it may use nothing from outside of itself. */
export function installEyes(): void {
  /** A refusal is on the glass by then. */
  const SAID_MS = 150;

  const all = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const wordsOf = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

  const partsOf = (zone: string) => {
    const id = CSS.escape(zone.replace(/^hole:/u, '').replace(/\/undo$/u, ''));
    return all(document, `main article[data-zone="${id}"], main section[data-ticket="${id}"]`);
  };
  const keyOf = (zone: string) => {
    const key = partsOf(zone)
      .flatMap((part) => all(part, '[data-testid=place-key]'))
      .at(-1);
    return key?.textContent ?? null;
  };
  const itemsIn = (root: HTMLElement) =>
    all(root, '[data-item-id]').map(({ dataset }) => dataset.itemId ?? '');
  const itemsOf = (button: HTMLElement, zone: string) => {
    let line = button.closest<HTMLElement>('[data-testid=item]');
    // Equal dishes share one line: an element around the other.
    while (line?.parentElement?.closest<HTMLElement>('[data-testid=item]'))
      line = line.parentElement.closest<HTMLElement>('[data-testid=item]');
    if (line) return [line.dataset.itemId ?? '', ...itemsIn(line)];
    const parts = partsOf(zone);
    const isTorn = parts.some((part) => {
      const of = /(\d+)\/(\d+)$/u.exec(part.querySelector('[data-testid=header] b')?.textContent ?? '');
      return of !== null && Number(of[2]) !== parts.length;
    });
    const items = isTorn ? [] : parts.flatMap(itemsIn);
    return items.length === 0 ? null : items;
  };
  const kindOf = (button: HTMLElement) => {
    const { dataset } = button;
    const course = button.closest<HTMLElement>('[data-testid=course]')?.dataset.course;
    if (dataset.testid === 'fire') return `fire:${course}`;
    if (dataset.testid !== undefined) return dataset.testid;
    if (dataset.bar === 'count') return 'one';
    return /^(page|waiting|urgent)/u.test(dataset.zone ?? '') ? (dataset.zone ?? '') : 'dish';
  };
  const describe = (element: Element | null | undefined): Under | null => {
    // Around a dish its line is a part of it.
    const button =
      element?.closest<HTMLElement>('button[data-zone]') ??
      element?.closest('[data-testid=item]')?.querySelector<HTMLElement>('button[data-zone]:not([data-bar])');
    if (!button) return null;
    const zone = button.dataset.zone ?? '';
    const title = button.closest('article')?.querySelector('[data-testid=header] span');
    const foot = button.closest<HTMLElement>('[data-foot]');
    return {
      kind: kindOf(button),
      zone,
      items: itemsOf(button, zone),
      key: keyOf(zone),
      text: wordsOf(button),
      title: title === null || title === undefined ? '' : wordsOf(title),
      foot: foot === null ? '' : wordsOf(foot),
      isBlocked: button.getAttribute('aria-disabled') === 'true',
    };
  };

  const placeKeys = () => all(document, 'main [data-testid=place-key]');
  const selectedKey = () => placeKeys().find(({ className }) => className.includes('selected'));
  const placeOf = (key: HTMLElement | undefined) =>
    describe(key?.closest('button') ?? key?.closest('article')?.querySelector('[data-testid=header]'));

  const dialogTitle = () => {
    const title = document.querySelector<HTMLElement>('[role=dialog] h2');
    return title === null ? null : wordsOf(title);
  };
  const look = (): Look => {
    const buttons = all(document, 'button[data-zone]').filter((button) => button.closest('[inert]') === null);
    const things = buttons.flatMap((button): Thing[] => {
      const what = describe(button);
      if (what === null) return [];
      const { left, top, width, height } = button.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isFree = document.elementFromPoint(x, y)?.closest('button') === button;
      return [{ ...what, x, y, isFree, isMarked: document.activeElement === button }];
    });
    return {
      at: performance.now(),
      isLive: document.querySelector('[data-testid=link-state][data-state=live]') !== null,
      dialog: dialogTitle(),
      selected: placeOf(selectedKey())?.zone ?? null,
      things,
    };
  };

  const notes: Note[] = [];
  const fingers = new Map<number, Note>();
  const keys = new Map<string, Note>();
  /** The press that is being let go in this task. */
  let acting: Note | null = null;

  const begin = (how: Note['how'], key: string | null, under: Under | null): Note => ({
    how,
    key,
    at: performance.now(),
    under,
    dialog: dialogTitle(),
    commands: [],
    said: null,
  });
  const end = (press: Note | undefined) => {
    if (!press) return;
    acting = press;
    setTimeout(() => {
      if (acting === press) acting = null;
    });
    setTimeout(() => {
      if (press.commands.length === 0) press.said = refusalAt(press.under);
      notes.push(press);
    }, SAID_MS);
  };
  const refusalAt = (under: Under | null) => {
    const own = under === null ? [] : partsOf(under.zone).flatMap((part) => all(part, '[role=alert]'));
    const [words] = [...own, ...all(document, 'footer p[role=alert]')];
    return words === undefined ? null : wordsOf(words);
  };

  // A press makes its command, id and all, while it is being let go.
  const draw = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (array) => {
    const drawn = draw(array);
    if (drawn instanceof Uint8Array && drawn.length === 16)
      acting?.commands.push(Array.from(drawn, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    return drawn;
  };

  window.addEventListener(
    'pointerdown',
    ({ pointerId, pointerType, clientX, clientY }) => {
      if (pointerType !== 'touch') return;
      const under = describe(document.elementFromPoint(clientX, clientY));
      fingers.set(pointerId, begin('touch', null, under));
    },
    true,
  );
  for (const up of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(
      up,
      ({ pointerId }) => {
        end(fingers.get(pointerId));
        fingers.delete(pointerId);
      },
      true,
    );
  }

  const underKey = (code: string): Under | null => {
    const selected = selectedKey();
    if (code === 'Space') return placeOf(selected);
    if (code === 'Backspace') return describe(document.querySelector('footer [data-zone=recall]'));
    if (code === 'Enter') {
      const marked = document.activeElement?.closest('button');
      return describe(marked ?? selected?.closest('article')?.querySelector('[data-testid=header]'));
    }
    const label = /^(?:Digit|Key)(.)$/u.exec(code)?.[1];
    const own = placeKeys().find(({ textContent }) => textContent === label);
    const place = own && placeOf(own);
    if (!place) return null;
    // Its first press selects.
    return own === selected ? place : { ...place, kind: 'select' };
  };
  window.addEventListener(
    'keydown',
    ({ code, repeat }) => {
      if (!repeat) keys.set(code, begin('key', code, underKey(code)));
    },
    true,
  );
  window.addEventListener(
    'keyup',
    ({ code }) => {
      end(keys.get(code));
      keys.delete(code);
    },
    true,
  );

  window.heardEyes = {
    look,
    take: () => notes.splice(0),
  };
}
