import type { ItemFace } from '../../domain/model/food.ts';
import type { Modifier } from '../../domain/model/modifier.ts';
import type { PutItem } from '../../domain/model/put.ts';
import type { OutsideItem, OutsideModifier } from './item.ts';
import { normaliseAllergenList } from './normaliseAllergies.ts';

export function normaliseItem(item: OutsideItem): PutItem {
  return {
    externalId: item.id,
    face: faceOf(item),
    quantity: item.quantity,
    state: item.state === 'void' ? 'void' : 'active',
    voidReason: item.voidReason || null,
    comped: item.comped ?? false,
    onTheFly: item.onTheFly ?? false,
    refireOf: item.refireOf ?? null,
    stations: stationsOf(item),
    movedFrom: item.movedFrom ? { id: item.movedFrom.id, item: item.movedFrom.item ?? null } : null,
  };
}

function faceOf(item: OutsideItem): ItemFace {
  return {
    menuItemId: item.menuItemId ?? null,
    name: item.name,
    names: item.names && Object.keys(item.names).length > 0 ? item.names : null,
    seat: item.seat ?? null,
    seats: item.seats && item.seats.length > 0 ? [...new Set(item.seats)].sort((a, b) => a - b) : null,
    course: item.course ?? 0,
    fire: item.fire || 'course',
    with: item.with ?? null,
    modifiers: (item.modifiers ?? []).map(normaliseModifier),
    notes: item.notes || null,
    allergens: item.allergens ? normaliseAllergenList(item.allergens) : null,
    prepSeconds: item.prepSeconds ?? null,
  };
}

function normaliseModifier(modifier: OutsideModifier): Modifier {
  return {
    id: modifier.id ?? null,
    name: modifier.name,
    kind: modifier.kind || null,
    quantity: modifier.quantity ?? 1,
    allergens: modifier.allergens ? normaliseAllergenList(modifier.allergens) : null,
    removes: normaliseAllergenList(modifier.removes ?? []),
    modifiers: (modifier.modifiers ?? []).map(normaliseModifier),
  };
}

/** `station` is the short way to name one. */
function stationsOf(item: OutsideItem): string[] | null {
  const named = [...(item.station ? [item.station] : []), ...(item.stations ?? [])].filter(Boolean);
  return named.length > 0 ? [...new Set(named)] : null;
}
