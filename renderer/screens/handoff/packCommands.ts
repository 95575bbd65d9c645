import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { type HandOffOrder, lookedAt, type PackLine } from '../../../shared/domain/selectors/handOffList.ts';

type Pack = Extract<ScreenCommand, { type: 'ticket.pack' }>;
type Step = Extract<ScreenCommand, { type: 'ticket.handoff' }>['step'];

/** What a press asks and what takes it back, each at the log number it is pressed at. */
export interface Pressed {
  readonly command: (seen: number) => ScreenCommand;
  readonly undo: (seen: number) => ScreenCommand;
}

/** These lines into a bag, or with null out of theirs. An allergy's line among them was pressed by itself, and looked at. */
export function packLines(
  order: HandOffOrder,
  lines: readonly PackLine[],
  bag: number | null,
  bags = order.bags,
): Pressed {
  return {
    command: (seen) => packOf(order, lines, () => bag, bags, seen),
    undo: (seen) => packOf(order, lines, (line) => line.bag, order.bags, seen),
  };
}

function packOf(
  { ticketId }: HandOffOrder,
  lines: readonly PackLine[],
  bagFor: (line: PackLine) => number | null,
  bags: number,
  seen: number,
): Pack {
  const portions = lines.flatMap((line) =>
    line.line.portions.map(({ item, batch }) => ({ item, batch, bag: bagFor(line) })),
  );
  return { type: 'ticket.pack', ticket: ticketId, portions, bags, plates: lookedAt(lines), seen };
}

/** Of an order: what PACK ALL takes, which is never an allergy's dish. */
export function packableTogether({ lines }: HandOffOrder): PackLine[] {
  return lines.filter(({ bag, isReady, line }) => bag === null && isReady && line.allergies.length === 0);
}

/** YES, ALLERGY or NO, TASTE: nothing takes that back but a person's name. */
export function answerOf(
  { ticketId }: HandOffOrder,
  question: string,
  answer: 'allergy' | 'taste',
  seen: number,
): ScreenCommand {
  return { type: 'possible.answer', ticket: ticketId, question, answer, seen };
}

export function stepOf({ ticketId }: HandOffOrder, step: Step, isOn: boolean): Pressed {
  const of = (on: boolean) => () => ({ type: 'ticket.handoff', ticket: ticketId, step, isOn: on }) as const;
  return { command: of(isOn), undo: of(!isOn) };
}

/** The large press of an order, if it has one: what is ready is packed, or what is packed is handed over. */
export function mainSteps(order: HandOffOrder): {
  readonly canPack: boolean;
  readonly isHandedNext: boolean;
} {
  const { isPacked, stage, steps } = order;
  const isGone = stage === 'handed_over' || stage === 'returned';
  return {
    canPack: !isPacked && !isGone && packableTogether(order).length > 0,
    isHandedNext: (isPacked || stage === 'handed_over') && steps.returnedAt === null,
  };
}
