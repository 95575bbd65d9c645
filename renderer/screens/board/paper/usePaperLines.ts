import { useMemo } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type PaperLine, paperLines } from '../../../../shared/domain/selectors/paperLines.ts';
import type { StationId } from '../../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { useTick } from '../../../ui/useTick.ts';
import { isFor } from './paperFor.ts';

interface Known {
  readonly config: HouseConfig;
  readonly now: number;
  readonly lines: readonly PaperLine[];
}

/** The line above the footer and the button below it ask in the same second. */
const known = new WeakMap<State, Known>();

function linesOf(state: State, config: HouseConfig, now: number, speed: number): readonly PaperLine[] {
  const last = known.get(state);
  if (last !== undefined && last.config === config && last.now === now) return last.lines;
  const lines = paperLines(state, config, now, speed);
  known.set(state, { config, now, lines });
  return lines;
}

const chitsOf = ({ chits }: State) => chits;

/** What this screen says of paper, gravest first, by the second. `here`: a station; null: the pass. */
export function usePaperLines(here: StationId | null, canAnswer: boolean): readonly PaperLine[] {
  const port = usePort();
  // A press draws nothing here: only slips do, and the second.
  const chits = usePicture(() => port.look(chitsOf));
  const second = useTick((now) => now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: chits and second say when to look again
  return useMemo(
    () =>
      port.look((state, config) =>
        linesOf(state, config, second, port.speed()).filter((line) => isFor(line, config, here, canAnswer)),
      ),
    [port, chits, second, here, canAnswer],
  );
}
