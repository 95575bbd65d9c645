import type { LineView } from '../../../shared/domain/selectors/boardView.ts';

/** Why a press on a dish would be refused by the hub, known already from the glass; null: it may go. */
export function dishRefusal(line: LineView): string | null {
  if (line.state === 'ready' || line.state === 'void') return null;
  if (line.from?.isWaited) return 'refusal.notHandedOn';
  if (line.stops.length > 0) return 'refusal.stop';
  if (line.allergies.some(({ needsAnswer }) => needsAnswer)) return 'refusal.conflict';
  return line.isBlocked ? 'refusal.unheard' : null;
}
