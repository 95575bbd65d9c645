import type { CSSProperties, MouseEvent, PointerEvent, ReactNode } from 'react';
import type { Carry } from './InHand.ts';
import { contactOf, type Down } from './PressWatch.ts';
import { usePressWatch } from './pressContext.ts';

interface PressProps {
  /** The tile it stands in, or a name of its own. */
  readonly zone: string;
  readonly act: (down: Down) => void;
  /** What a finger that stays does instead; asked when it comes down, null: nothing else. */
  readonly stay?: () => (() => void) | null;
  /** What a finger that stays takes along instead. */
  readonly carry?: Carry;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Its whole name, where the glass shows none or less. */
  readonly label?: string;
  /** What it does, for readers: beside the words on the glass, not instead of them. */
  readonly hint?: string;
  readonly testId?: string;
  readonly isBlocked?: boolean;
  /** Whether it is the one in hand, for readers; left out: it is none of several. */
  readonly isChosen?: boolean;
  /** -1: arrows lead to it and not the tabulator. */
  readonly tabIndex?: number;
  readonly style?: CSSProperties;
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

/** Anything a finger may press. Acts on release; see `PressWatch`. */
export function Press(props: PressProps) {
  const { zone, act, children, className, label, hint, testId, isBlocked = false, style, data } = props;
  const { stay, carry = null, isChosen, tabIndex } = props;
  const watch = usePressWatch();
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    // The innermost target has the finger: a quantity stands on its dish.
    event.stopPropagation();
    watch.begin(contactOf(event), { zone, act, stay: stay?.() ?? null, carry });
  };
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.detail === 0) watch.direct({ zone, act });
  };
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-description={hint}
      aria-disabled={isBlocked || undefined}
      aria-pressed={isChosen}
      tabIndex={tabIndex}
      data-testid={testId}
      data-zone={zone}
      style={style}
      onPointerDown={begin}
      onClick={click}
      {...data}
    >
      {children}
    </button>
  );
}
