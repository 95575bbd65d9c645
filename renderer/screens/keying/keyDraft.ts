import { useState } from 'react';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { KeyedAllergy, KeyedDish } from '../../../shared/domain/commands/keyedCommands.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';

export interface DraftLine extends KeyedDish {
  readonly key: number;
  /** Whose menu the dish is of; null: typed. */
  readonly source: string | null;
  readonly names: Readonly<Record<string, string>> | null;
}

/** A ticket while it is being keyed. */
export interface KeyDraft {
  readonly table: string;
  /** An order without a table. */
  readonly isTakenAlong: boolean;
  readonly covers: number | null;
  readonly lines: readonly DraftLine[];
  readonly allergies: readonly KeyedAllergy[];
  readonly nextKey: number;
}

export const blankKeyDraft: KeyDraft = {
  table: '',
  isTakenAlong: false,
  covers: null,
  lines: [],
  allergies: [],
  nextKey: 1,
};

/** What is keyed outlives its sheet: a press on CLOSE, or a look at another ticket, loses no order. */
const drafts = new Map<TicketId | null, KeyDraft>();

export type ChangeDraft = (change: (draft: KeyDraft) => KeyDraft) => void;

export function useKeyDraft(onto: TicketId | null): [KeyDraft, ChangeDraft, () => void] {
  const [draft, setDraft] = useState(drafts.get(onto) ?? blankKeyDraft);
  const change: ChangeDraft = (by) => {
    const next = by(drafts.get(onto) ?? blankKeyDraft);
    drafts.set(onto, next);
    setDraft(next);
  };
  const clear = () => {
    drafts.delete(onto);
    setDraft(blankKeyDraft);
  };
  return [draft, change, clear];
}

type NewLine = Pick<DraftLine, 'source' | 'menuItemId' | 'name' | 'names' | 'seat' | 'course'>;

/** One more of it: a dish as the one before, for the same seat and course, is counted up. */
export function withDish(draft: KeyDraft, dish: NewLine): KeyDraft {
  const last = draft.lines.at(-1);
  const isSame =
    last !== undefined &&
    last.source === dish.source &&
    last.menuItemId === dish.menuItemId &&
    last.name === dish.name &&
    last.seat === dish.seat &&
    last.course === dish.course &&
    last.modifiers.length === 0 &&
    last.notes === null;
  if (isSame) return withLine(draft, last.key, { quantity: last.quantity + 1 });
  const line: DraftLine = { ...dish, key: draft.nextKey, quantity: 1, modifiers: [], notes: null };
  return { ...draft, lines: [...draft.lines, line], nextKey: draft.nextKey + 1 };
}

/** A quantity of 0 takes the line off. */
export function withLine(draft: KeyDraft, key: number, change: Partial<DraftLine>): KeyDraft {
  const lines = draft.lines.map((line) => (line.key === key ? { ...line, ...change } : line));
  return { ...draft, lines: lines.filter(({ quantity }) => quantity > 0) };
}

export function withAllergy(draft: KeyDraft, allergy: KeyedAllergy): KeyDraft {
  const others = draft.allergies.filter((one) => !isSameAllergy(one, allergy));
  return { ...draft, allergies: [...others, allergy] };
}

export function isSameAllergy(a: KeyedAllergy, b: KeyedAllergy): boolean {
  return a.allergen === b.allergen && a.seat === b.seat;
}

/** What it still wants; null: it can be sent. */
export function missing(draft: KeyDraft, onto: TicketId | null): 'table' | 'dish' | null {
  if (onto === null && draft.table.trim() === '' && !draft.isTakenAlong) return 'table';
  const isMoreAllergy = onto !== null && draft.allergies.length > 0;
  return draft.lines.length === 0 && !isMoreAllergy ? 'dish' : null;
}

export function keyCommand(draft: KeyDraft, onto: TicketId | null): ScreenCommand {
  const items = draft.lines.map(
    ({ menuItemId, name, quantity, seat, course, modifiers, notes }): KeyedDish => ({
      menuItemId,
      name,
      quantity,
      seat,
      course,
      modifiers,
      notes: notes?.trim() || null,
    }),
  );
  const allergies = [...draft.allergies];
  if (onto !== null) return { type: 'ticket.keyMore', ticket: onto, items, allergies };
  const source = draft.lines.find((line) => line.source !== null)?.source ?? null;
  const table = draft.isTakenAlong ? null : draft.table.trim();
  return { type: 'ticket.key', source, table, covers: draft.covers, items, allergies };
}

/** Seats to choose from: the covers and whoever has been named already, four at least. */
export function seatsOf({ covers, lines, allergies }: KeyDraft): number[] {
  const named = [...lines, ...allergies].map(({ seat }) => seat ?? 0);
  const most = Math.max(4, covers ?? 0, ...named);
  return Array.from({ length: Math.min(most, 40) }, (_, index) => index + 1);
}
