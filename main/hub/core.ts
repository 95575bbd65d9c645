import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { Command, HouseCommand } from '../../shared/domain/commands/command.ts';
import { decide } from '../../shared/domain/commands/decide.ts';
import { due } from '../../shared/domain/commands/due.ts';
import type { House } from '../../shared/domain/commands/dueChits.ts';
import type { DecideContext, Decision } from '../../shared/domain/commands/outcome.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { reduce } from '../../shared/domain/reducer/reduce.ts';
import { reduceBatch } from '../../shared/domain/reducer/reduceBatch.ts';

/** The rules as the hub needs them; given from outside so that tests of the hub can plant faults in them. */
export interface Core {
  readonly decide: (state: State, command: Command, ctx: DecideContext) => Decision;
  readonly reduce: (state: State, event: Event) => State;
  readonly reduceBatch: (state: State, events: readonly Event[]) => State;
  readonly due: (state: State, config: HouseConfig, now: number, house?: House) => HouseCommand[];
}

export const domainCore: Core = { decide, reduce, reduceBatch, due };
