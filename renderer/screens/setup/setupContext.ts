import { createContext, useContext, useSyncExternalStore } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { SetupState } from '../../../shared/protocol/setup.ts';
import type { SetupModel, SetupPicture } from './SetupModel.ts';

const SetupContext = createContext<SetupModel | null>(null);
export const SetupProvider = SetupContext.Provider;

export function useSetupModel(): SetupModel {
  const model = useContext(SetupContext);
  if (!model) throw new Error('a section stands outside of set-up');
  return model;
}

export function useSetupPicture(): SetupPicture {
  const model = useSetupModel();
  return useSyncExternalStore(model.subscribe, model.get);
}

export interface Section {
  readonly state: SetupState;
  readonly draft: HouseConfig;
  readonly edit: (change: (draft: HouseConfig) => HouseConfig) => void;
}

/** What a section shows and how it changes it; sections stand only where the hub has answered. */
export function useSection(): Section {
  const model = useSetupModel();
  const { state, draft } = useSetupPicture();
  if (state === null || draft === null) throw new Error('a section stands before the hub has answered');
  return { state, draft, edit: (change) => model.edit(change) };
}
