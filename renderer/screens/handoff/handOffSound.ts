import type { HandOffOrder, HandOffStage } from '../../../shared/domain/selectors/handOffList.ts';
import type { SoundName } from '../../ui/sound/figures.ts';

/** Somebody at the door rings like a call for hands; an order that has become ready sounds as new. */
export function handOffSound(
  before: readonly HandOffOrder[],
  after: readonly HandOffOrder[],
): Extract<SoundName, 'hands' | 'new'> | null {
  const known = new Map(before.map(({ ticketId, stage }) => [ticketId, stage]));
  const hasCome = (stage: HandOffStage) =>
    after.some((order) => order.stage === stage && known.get(order.ticketId) !== stage);
  if (hasCome('here')) return 'hands';
  return hasCome('ready') ? 'new' : null;
}
