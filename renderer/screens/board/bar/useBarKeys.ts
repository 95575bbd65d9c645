import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { ownSettings, setOwn } from '../../../app/ownSettings.ts';
import { actionOf, type BarAction, isPlace, keyOf } from '../../../ui/bar/barKeys.ts';
import { handClock } from '../../../ui/handClock.ts';
import type { PressWatch } from '../../../ui/press/PressWatch.ts';
import type { Refuse } from '../useRefusals.ts';
import { BarHand } from './BarHand.ts';
import type { Bar, Learner } from './barContext.ts';
import { barGlass } from './barGlass.ts';
import type { BarPlaces } from './barPlaces.ts';
import { isTyping, leaveField } from './typing.ts';

interface BarKeyParts {
  readonly root: RefObject<HTMLElement | null>;
  readonly places: BarPlaces;
  readonly watch: PressWatch;
  readonly refuse: Refuse;
  /** What these keys mean on this screen. */
  readonly nextPage: () => void;
  readonly allDay: () => void;
  /** False: no sheet was open. */
  readonly closeSheet: () => boolean;
}

/** The bump bar of this screen: the page's keys, whatever has the focus. `places` and `watch` stay the same while it stands. */
export function useBarKeys(parts: BarKeyParts): Bar {
  const { root, places, watch } = parts;
  const now = useRef(parts);
  useEffect(() => {
    now.current = parts;
  });
  const learner = useRef<Learner | null>(null);
  const [hand] = useState(
    () =>
      new BarHand({
        places,
        watch,
        clock: handClock,
        glass: barGlass(() => root.current, watch),
        refuse: (...words) => now.current.refuse(...words),
        nextPage: () => now.current.nextPage(),
        allDay: () => now.current.allDay(),
        closeSheet: () => now.current.closeSheet(),
      }),
  );
  useEffect(() => {
    const end = hand.start();
    const stop = listen(hand, () => learner.current);
    return () => {
      stop();
      end();
    };
  }, [hand]);
  return useMemo(() => {
    const learn = (next: Learner) => {
      learner.current = next;
      return () => {
        if (learner.current === next) learner.current = null;
      };
    };
    return { hand, places, learn };
  }, [hand, places]);
}

function listen(hand: BarHand, learner: () => Learner | null): () => void {
  const down = (event: KeyboardEvent) => {
    if (isChord(event) || leaveField(event) || isTyping(event.target)) return;
    const key = keyOf(event);
    const learn = learner();
    const action = actionOf(ownSettings().barKeys, key.code);
    if (learn === null && !isInUse(action)) return;
    if (learn !== null || action !== null) take(event);
    if (event.repeat) return;
    if (learn === null) hand.down(key.code, action);
    else learn(key);
  };
  const up = (event: KeyboardEvent) => {
    const { code } = keyOf(event);
    if (
      learner() === null &&
      ownSettings().bar === 'on' &&
      actionOf(ownSettings().barKeys, code) !== null &&
      !isTyping(event.target)
    )
      take(event);
    hand.up(code);
  };
  const leave = () => hand.letAllGo();
  window.addEventListener('keydown', down, true);
  window.addEventListener('keyup', up, true);
  window.addEventListener('blur', leave);
  return () => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('keyup', up, true);
    window.removeEventListener('blur', leave);
  };
}

/** A browser's own shortcut, or a modifier by itself. */
function isChord({ ctrlKey, altKey, metaKey, key }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);
}

/** A bar that nobody spoke of shows itself by the first key of a place: Enter and arrows are also how a plain keyboard walks a page. */
function isInUse(action: BarAction | null): boolean {
  const { bar } = ownSettings();
  if (bar === 'auto' && action !== null && isPlace(action)) setOwn({ bar: 'on' });
  return ownSettings().bar === 'on';
}

/** It is the bar's, and nothing else on the page gets to see it. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
