import type { BarPlace, BarPlaces } from '../board/bar/barPlaces.ts';

/** `PlacedPlace.key` of a card: the same name as a tile's, so that the bar's glass finds both. */
export const cardKey = (zone: string): string => `tile:${zone}`;

/**
 * The cards of a list from 1, in the order in which they stand. Nothing of a list keeps its number when it leaves: the first press of a number
 * selects the card, so that a second one after the list closed up selects what came under it and does nothing.
 */
export class ListPlaces implements BarPlaces {
  private zones: readonly string[] = [];
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** `zones`: of the cards, in their order. */
  show(zones: readonly string[]): void {
    const isSame = zones.length === this.zones.length && zones.every((zone, at) => zone === this.zones[at]);
    if (isSame) return;
    this.zones = zones;
    for (const listener of [...this.listeners]) listener();
  }

  at(number: number): BarPlace | null {
    const zone = this.zones[number - 1];
    return zone === undefined ? null : { key: cardKey(zone), ticket: zone, refusal: null };
  }

  numberOf(key: string): number | null {
    const at = this.zones.findIndex((zone) => cardKey(zone) === key);
    return at === -1 ? null : at + 1;
  }

  isShown(key: string): boolean {
    return this.numberOf(key) !== null;
  }
}
