import { isLive } from '../../shared/domain/model/progress.ts';
import { expo } from './house.ts';
import { HouseNight } from './houseNight.ts';
import { keyTable } from './keyed.ts';

const DISHES = ['Soup', 'Ribeye', 'Bass', 'Fries'];
const TABLES = ['1', '2', '3'];

/** A random night on which expo keys tickets too, keys more, voids lines, and says SAME FOOD or NEW FOOD of what the POS puts. */
export class KeyedNight extends HouseNight {
  override step(): void {
    if (this.chance(0.25)) this.pick(this.keying())?.();
    super.step();
  }

  private keying(): (() => unknown)[] {
    const { house } = this;
    const tickets = [...house.state.tickets.values()];
    const table = this.chance(0.9) ? (this.pick(TABLES) ?? null) : null;
    const moves: (() => unknown)[] = [
      () => keyTable(house, this.dishes(), this.chance(0.3) ? [this.allergy()] : [], { table }),
    ];
    const keyed = this.pick(tickets.filter((ticket) => ticket.keyed !== null));
    if (keyed) {
      const more = { type: 'ticket.keyMore', ticket: keyed.id, allergies: [] } as const;
      const items = this.dishes().map((dish) => ({ ...dish, menuItemId: null, modifiers: [], notes: null }));
      moves.push(() => house.say({ ...more, items }, expo));
      const item = this.pick(keyed.items.filter(({ batches }) => batches.some(isLive)));
      const quantity = this.pick([1, 2]) ?? 1;
      const strike = { type: 'item.void', ticket: keyed.id, quantity, seen: house.seq } as const;
      if (item) moves.push(() => house.say({ ...strike, item: item.id }, expo));
    }
    const asked = this.pick(tickets.filter(({ questions }) => questions.some(({ match }) => match)));
    const question = asked && this.pick(asked.questions.filter(({ match }) => match));
    if (asked && question) {
      const answer = this.chance(0.5) ? 'same' : 'new';
      moves.push(() =>
        house.say({ type: 'food.answer', ticket: asked.id, question: question.id, answer }, expo),
      );
    }
    return moves;
  }

  private dishes() {
    return Array.from({ length: this.pick([1, 2, 3]) ?? 1 }, () => ({
      name: this.pick(DISHES) ?? 'Soup',
      quantity: this.pick([1, 1, 2]) ?? 1,
      seat: this.pick([null, 1, 2]) ?? null,
      course: this.pick([0, 1, 2]) ?? 1,
    }));
  }

  private allergy() {
    const severity = this.pick(['allergy', 'intolerance', 'anaphylaxis'] as const) ?? 'allergy';
    const seat = this.pick([null, 1, 2]) ?? null;
    return { allergen: 'sesame', severity, crossContact: false, words: null, seat };
  }
}
