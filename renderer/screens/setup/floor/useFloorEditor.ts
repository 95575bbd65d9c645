import { useState } from 'react';
import type { FloorConfig } from '../../../../shared/config/floor.ts';
import { useSection, useSetupModel } from '../setupContext.ts';
import { type FloorSteps, type StepWords, stepped, undoable } from './FloorSteps.ts';

export interface FloorEditor {
  readonly floor: FloorConfig;
  /** Changes the draft as one step of UNDO. `run`: steps of the same run in a row are one. */
  readonly change: (by: (floor: FloorConfig) => FloorConfig, words: StepWords, run?: string) => void;
  /** What UNDO would take back. */
  readonly last: StepWords | null;
  readonly undo: () => void;
}

/** The plan in the draft, with a way back for each thing that was done to it. */
export function useFloorEditor(): FloorEditor {
  const model = useSetupModel();
  const { draft } = useSection();
  const [steps, setSteps] = useState<FloorSteps>([]);
  const { floor } = draft;
  const last = undoable(steps, floor);
  return {
    floor,
    change: (by, words, run) => {
      const before = model.get().draft?.floor;
      if (before === undefined) return;
      const after = by(before);
      setSteps((known) => stepped(known, before, after, words, run ?? null));
      if (after !== before) model.edit((config) => ({ ...config, floor: after }));
    },
    last,
    undo: () => {
      if (last === null) return;
      model.edit((config) => ({ ...config, floor: last.before }));
      setSteps((known) => known.slice(0, -1));
    },
  };
}
