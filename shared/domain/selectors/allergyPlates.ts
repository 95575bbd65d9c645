import type { StationId } from '../../lib/ids.ts';
import { graveFor } from '../model/covers.ts';
import type { CheckedPlate, Conflict } from '../model/food.ts';
import { isRun, itemOf } from '../model/progress.ts';
import type { Ticket, TicketAllergy } from '../model/ticket.ts';
import type { LinePortion, LineView } from './boardView.ts';

/** A plate that somebody must look at before it leaves the pass: `S2 sea bass, SESAME, heard GRILL 19:31`. */
export interface AllergyPlate {
  readonly line: LineView;
  readonly portion: LinePortion;
  readonly allergies: readonly PlateAllergy[];
}

export interface PlateAllergy {
  readonly allergy: TicketAllergy;
  readonly heard: readonly { readonly station: StationId; readonly at: number }[];
  /** Stations of this plate that owe it: the hub runs none of it. */
  readonly unheard: readonly StationId[];
  readonly conflict: Conflict | null;
}

/** The plates among these lines that are for an allergy which blocks, in the order of the lines. */
export function allergyPlates(ticket: Ticket, lines: readonly LineView[]): AllergyPlate[] {
  return lines.flatMap((line) => line.portions.flatMap((portion) => plateOf(ticket, line, portion) ?? []));
}

/** It as the press that says it was looked at names it. */
export function checkedPlate({ portion: { item, batch }, allergies }: AllergyPlate): CheckedPlate {
  return { item, batch, allergies: allergies.map(({ allergy }) => allergy.key) };
}

function plateOf(ticket: Ticket, line: LineView, portion: LinePortion): AllergyPlate | null {
  const item = itemOf(ticket, portion.item);
  const batch = item?.batches.find(({ n }) => n === portion.batch);
  if (!item || !batch || isRun(batch)) return null;
  const allergies = graveFor(ticket, item).map((allergy): PlateAllergy => {
    const marks = batch.parts.map(({ station, heard }) => ({ station, at: heard[allergy.key] }));
    return {
      allergy,
      heard: marks.flatMap(({ station, at }) => (at === undefined ? [] : [{ station, at }])),
      unheard: marks.filter(({ at }) => at === undefined).map(({ station }) => station),
      conflict: item.conflicts.find((conflict) => conflict.allergy === allergy.key) ?? null,
    };
  });
  return allergies.length === 0 ? null : { line, portion, allergies };
}
