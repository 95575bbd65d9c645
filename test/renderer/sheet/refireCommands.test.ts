import { describe, expect, test } from 'vitest';
import { refireLine, refireQuantities } from '../../../renderer/screens/board/sheet/refireCommands.ts';
import { aLine, aTile } from '../../support/boardFixtures.ts';

describe('REFIRE', () => {
  test('offers each count up to six, then all; half a portion is half a portion again', () => {
    expect(refireQuantities({ quantity: 1 })).toEqual([1]);
    expect(refireQuantities({ quantity: 3 })).toEqual([1, 2, 3]);
    expect(refireQuantities({ quantity: 40 })).toEqual([1, 2, 3, 4, 5, 6, 40]);
    expect(refireQuantities({ quantity: 0.5 })).toEqual([0.5]);
  });

  test('equal dishes that share a line are refired one by one, never more than was asked', () => {
    const [one] = aLine(2, 'Ribeye').portions;
    const [other] = aLine(2, 'Ribeye').portions;
    if (!one || !other) throw new Error('the fixture has no portions');
    const line = { portions: [one, other] };
    const asked = refireLine(aTile({ title: '7', firedMinutesAgo: 5, lines: [] }), line, 3, 'dropped', 12);
    expect(asked).toMatchObject([
      { type: 'item.refire', item: one.item, quantity: 2, reason: 'dropped', seen: 12 },
      { type: 'item.refire', item: other.item, quantity: 1 },
    ]);
  });

  test('two batches of one dish are one command', () => {
    const [portion] = aLine(1, 'Ribeye').portions;
    if (!portion) throw new Error('the fixture has no portion');
    const line = { portions: [portion, { ...portion, batch: 2 }] };
    expect(
      refireLine(aTile({ title: '7', firedMinutesAgo: 5, lines: [] }), line, 2, 'cold', 1),
    ).toMatchObject([{ item: portion.item, quantity: 2 }]);
  });
});
