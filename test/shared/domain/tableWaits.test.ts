import { describe, expect, test } from 'vitest';
import { FloorConfig } from '../../../shared/config/floor.ts';
import { tableNeeds } from '../../../shared/domain/selectors/tableWaits.ts';
import { MINUTE } from '../../support/house.ts';

const limits = FloorConfig.parse({}).waitMinutes;
const now = 10_000 * MINUTE;
const standing = { since: now - 44 * MINUTE, awaySince: null, nextAt: null };

describe('[S24] somebody is needed', () => {
  test('where a stage has lasted longer than is good', () => {
    const mains = { ...standing, stage: 'on_the_table' } as const;
    expect(tableNeeds(mains, limits, now)).toBe(null);
    expect(tableNeeds(mains, limits, now + MINUTE)).toBe('waits');
    expect(tableNeeds({ ...mains, stage: 'dirty' }, limits, now)).toBe('waits');
    expect(tableNeeds(mains, { ...limits, on_the_table: 30 }, now)).toBe('waits');
  });

  test('not where guests are away, nor where nobody sits', () => {
    expect(tableNeeds({ ...standing, stage: 'cooking', awaySince: now - MINUTE }, limits, now)).toBe(null);
    for (const stage of ['open', 'reserved', 'blocked'] as const)
      expect(tableNeeds({ ...standing, stage, nextAt: now - MINUTE }, limits, now)).toBe(null);
  });

  test('where who comes next is due and it is not free', () => {
    const paid = { ...standing, stage: 'paid', since: now - MINUTE } as const;
    expect(tableNeeds({ ...paid, nextAt: now + MINUTE }, limits, now)).toBe(null);
    expect(tableNeeds({ ...paid, nextAt: now }, limits, now)).toBe('needed');
    expect(tableNeeds({ ...paid, stage: 'arrived', nextAt: now }, limits, now)).toBe(null);
  });
});
