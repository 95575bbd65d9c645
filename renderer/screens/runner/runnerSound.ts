import type { RunnerCard } from '../../../shared/domain/selectors/runnerList.ts';
import type { SoundName } from '../../ui/sound/figures.ts';

/** HANDS rings like a bell; a course that has become ready by itself sounds as new. What only becomes less is quiet. */
export function runnerSound(
  before: readonly RunnerCard[],
  after: readonly RunnerCard[],
): Extract<SoundName, 'hands' | 'new'> | null {
  const known = new Map(before.map((card) => [card.key, card]));
  const isCalled = after.some(
    ({ key, calledAt }) => calledAt !== null && known.get(key)?.calledAt !== calledAt,
  );
  if (isCalled) return 'hands';
  return after.some(({ key }) => !known.has(key)) ? 'new' : null;
}
