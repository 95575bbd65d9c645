import { useActions } from '../board/boardActions.ts';

/** Expo keys; where the house has no pass, any station does (Y2). */
export function useMayKey(): boolean {
  return useActions().canAnswer;
}
