import type { sender } from './makeActions.ts';
import type { Refuse } from './useRefusals.ts';

/** What stands outside of tiles sends and refuses with this. */
export interface BoardTools {
  readonly send: ReturnType<typeof sender>;
  readonly refuse: Refuse;
}
