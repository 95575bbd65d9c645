import type { HouseConfig } from '../../config/houseConfig.ts';
import type { State } from '../model/state.ts';
import type { HouseCommand } from './command.ts';

/** Work whose time has come: fires the sender set a time for, closings, the day roll. Pure; a scheduler only submits it. */
export function due(state: State, config: HouseConfig, now: number): HouseCommand[] {
  throw new Error(`not yet: ${state.seq} ${config.venue.name} ${now}`);
}
