import type { FloorConfig, SectionColour } from '../../../../shared/config/floor.ts';
import { areSameTables } from '../../../../shared/domain/model/door.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { TableView } from '../../../../shared/domain/selectors/floorView.ts';
import type { Move, Stage } from '../../../../shared/domain/selectors/tableStage.ts';

/** All that is drawn of a table, or of tables pushed together, beside its place: plain values, so that two are compared by what they say. */
export interface TableFace {
  /** In the order in which they are said: `14 + 15`. */
  readonly tables: readonly string[];
  readonly stage: Stage;
  readonly move: Move;
  /** Hub time; null: nothing has happened there yet. */
  readonly since: number | null;
  readonly course: number | null;
  readonly courseName: string | null;
  /** Who is there; of a table that waits for a party, how many are booked. null: nobody knows. */
  readonly covers: number | null;
  /** How many sit well; null: it stands on no plan. */
  readonly seats: number | null;
  readonly server: string | null;
  readonly guest: string | null;
  readonly allergens: readonly string[];
  readonly isVip: boolean;
  readonly awaySince: number | null;
  readonly isRefiring: boolean;
  readonly next: { readonly at: number | null; readonly covers: number; readonly name: string | null } | null;
  readonly blocked: { readonly reason: string | null; readonly until: number | null } | null;
  readonly colour: SectionColour | null;
}

export type NameOf = (party: Party) => string;

/** A face for every table, and one for tables that are pushed together. */
export function facesOf(views: readonly TableView[], floor: FloorConfig, nameOf: NameOf): TableFace[] {
  const byTable = new Map(views.map((view) => [view.table, view]));
  const drawn = new Set<string>();
  const faces: TableFace[] = [];
  for (const view of views) {
    if (drawn.has(view.table)) continue;
    const tables = view.joined.length > 1 ? view.joined : [view.table];
    for (const table of tables) drawn.add(table);
    // What of them holds somebody says how all of them stand.
    const said = tables.map((table) => byTable.get(table)).find((one) => one?.party) ?? view;
    faces.push(faceOf(said, tables, floor, nameOf));
  }
  return faces;
}

function faceOf(view: TableView, tables: readonly string[], floor: FloorConfig, nameOf: NameOf): TableFace {
  const { stage, move, since, course, courseName, party, next } = view;
  const planned = floor.tables.filter(({ id }) => tables.includes(id));
  const section = floor.sections.find(({ id }) => id === planned[0]?.section);
  const isReserved = stage === 'reserved';
  const guests = isReserved ? next : party;
  return {
    tables,
    stage,
    move,
    since,
    course,
    courseName,
    covers: isReserved ? (next?.live.covers ?? null) : view.covers,
    seats: planned.length > 0 ? seatsOf(planned, floor) : null,
    server: view.server,
    guest: guests ? nameOf(guests) : null,
    allergens: view.allergens,
    isVip: view.isVip || (isReserved && (next?.live.vip ?? false)),
    awaySince: view.awaySince,
    isRefiring: view.isRefiring,
    next: next && { at: next.live.at, covers: next.live.covers, name: nameOf(next) },
    blocked: view.blocked && { reason: view.blocked.reason, until: view.blocked.until },
    colour: section?.colour ?? null,
  };
}

/** Of tables pushed together what the house says of that combination, else all their chairs. */
function seatsOf(planned: FloorConfig['tables'], { combinations }: FloorConfig): number {
  const known =
    planned.length > 1 &&
    combinations.find(({ tables }) =>
      areSameTables(
        planned.map(({ id }) => id),
        tables,
      ),
    );
  return known ? known.seats : planned.reduce((sum, { seats }) => sum + seats, 0);
}

export const keyOf = ({ tables }: Pick<TableFace, 'tables'>): string => tables.join(' + ');
