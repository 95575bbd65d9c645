import type { HouseConfig } from '../../config/houseConfig.ts';
import type { ServerStanding } from '../model/door.ts';
import { isSeated } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';

/** A server's evening, by what the parties say. */
export interface ServerTonight {
  readonly server: string;
  readonly sections: readonly string[];
  readonly isCut: boolean;
  /** In use now. */
  readonly tables: readonly string[];
  readonly coversNow: number;
  readonly parties: number;
  readonly covers: number;
  /** When the last party of this service day sat down at one of theirs; null: none yet. */
  readonly lastSeatedAt: number | null;
  /** Place in the rotation, from 0; null: cut, or without a section. */
  readonly turn: number | null;
}

/**
 * Rule S55: servers of the floor plan, of the section board and of seated tables. Who takes tables stands first, in rotation: who has waited
 * longest for a party, then who has had the fewest covers, then by name. A seating that was taken back is nobody's turn.
 */
export function rotation(state: State, config: HouseConfig): ServerTonight[] {
  const evenings = new Map<string, Evening>();
  const of = (server: string) => {
    const known = evenings.get(server) ?? blank();
    evenings.set(server, known);
    return known;
  };
  for (const server of [...config.floor.servers, ...Object.keys(state.door.servers)]) of(server);
  for (const { live } of state.parties.values()) {
    if (live.server === null || live.seatedAt === null || live.day !== state.day) continue;
    const evening = of(live.server);
    evening.parties += 1;
    evening.covers += live.covers;
    evening.lastSeatedAt = Math.max(evening.lastSeatedAt ?? 0, live.seatedAt);
    if (!isSeated(live)) continue;
    evening.tables.push(...live.tables);
    evening.coversNow += live.covers;
  }
  const all = [...evenings].map(([server, evening]) => ({ ...standing(state, server), ...evening }));
  return inTurn(all);
}

interface Evening {
  readonly tables: string[];
  coversNow: number;
  parties: number;
  covers: number;
  lastSeatedAt: number | null;
}

const blank = (): Evening => ({ tables: [], coversNow: 0, parties: 0, covers: 0, lastSeatedAt: null });

function standing(state: State, server: string): Pick<ServerStanding, 'server' | 'sections' | 'isCut'> {
  const { sections = [], isCut = false } = state.door.servers[server] ?? {};
  return { server, sections, isCut };
}

const takesTables = ({ sections, isCut }: Pick<ServerTonight, 'sections' | 'isCut'>) =>
  !isCut && sections.length > 0;

function inTurn(all: ReadonlyArray<Omit<ServerTonight, 'turn'>>): ServerTonight[] {
  const order = all.toSorted(
    (a, b) =>
      Number(takesTables(b)) - Number(takesTables(a)) ||
      (a.lastSeatedAt ?? 0) - (b.lastSeatedAt ?? 0) ||
      a.covers - b.covers ||
      (a.server < b.server ? -1 : 1),
  );
  return order.map((one, at) => ({ ...one, turn: takesTables(one) ? at : null }));
}

/** Whose turn it is in a section: the first in rotation of those who have it; null: nobody there takes tables. */
export function turnIn(servers: readonly ServerTonight[], section: string | null): ServerTonight | null {
  if (section === null) return null;
  return servers.find(({ turn, sections }) => turn !== null && sections.includes(section)) ?? null;
}
