import { useSyncExternalStore } from 'react';
import { type OwnSettings, onOwnSettings, ownSettings } from './ownSettings.ts';

export function useOwn(): OwnSettings {
  return useSyncExternalStore(onOwnSettings, ownSettings);
}
