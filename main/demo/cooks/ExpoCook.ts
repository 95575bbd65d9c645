import type { Random } from '../../../shared/demo/random.ts';
import { allergyPlates, checkedPlate } from '../../../shared/domain/selectors/allergyPlates.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { expoBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { Patience } from './Patience.ts';
import { type Glass, type Hand, type Press, RETHINK_MS, SECOND_MS } from './press.ts';

/** The automatic pass: sends courses out when they are whole, and answers what only expo may answer. */
export class ExpoCook implements Hand {
  private readonly random: Random;
  private readonly patience: Patience;

  constructor(random: Random) {
    this.random = random;
    this.patience = new Patience(random);
  }

  look({ state, config, now }: Glass): Press[] {
    return expoBoard(state, config, now).tiles.flatMap((tile) => [
      ...this.answers(tile, now, state.seq),
      ...this.overdue(tile, state, now),
      ...this.runs(tile, state, now),
    ]);
  }

  refused({ what }: Press, now: number): void {
    this.patience.rest(what, now, RETHINK_MS);
  }

  private answers(tile: TileView, now: number, seen: number): Press[] {
    const { ticketId: ticket } = tile;
    const presses: Press[] = [];
    const soon = (what: string) => this.patience.isRipe(what, now, 10 * SECOND_MS, 45 * SECOND_MS);
    for (const { id: question } of tile.questions) {
      const what = `${ticket}/question/${question}`;
      if (soon(what))
        presses.push({ what, command: { type: 'food.answer', ticket, question, answer: 'same' } });
    }
    for (const { id: question } of [...tile.possible, ...tile.lines.flatMap(({ possible }) => possible)]) {
      const what = `${ticket}/possible/${question}`;
      const answer = this.random.pick(['allergy', 'taste'] as const);
      if (soon(what))
        presses.push({ what, command: { type: 'possible.answer', ticket, question, answer, seen } });
    }
    for (const line of tile.lines) {
      for (const { key: allergy, needsAnswer } of line.allergies) {
        if (!needsAnswer) continue;
        for (const { item } of line.portions) {
          const what = `${ticket}/conflict/${item}/${allergy}/${tile.version}`;
          if (!soon(what)) continue;
          const answer = this.random.pick(['made_without', 'swapped', 'guest_accepts'] as const);
          presses.push({ what, command: { type: 'conflict.answer', ticket, item, allergy, answer, seen } });
        }
      }
      if (line.stops.length === 0 || line.state === 'void') continue;
      for (const { item, batch } of line.portions) {
        const what = `${ticket}/stop/${item}.${batch}/${line.stops.join()}`;
        if (!soon(what)) continue;
        const answer = line.state === 'ready' ? 'refire' : 'carry_on';
        presses.push({ what, command: { type: 'stop.answer', ticket, item, batch, answer, seen } });
      }
    }
    return presses;
  }

  /** A fire by clock that the hub has missed (it was away, or far too busy) waits for a tap. */
  private overdue({ ticketId: ticket, courses }: TileView, state: Glass['state'], now: number): Press[] {
    return courses
      .filter(({ number }) => state.alerts[`fire_overdue:${ticket}:${number}`] !== undefined)
      .flatMap(({ number: course }) => {
        const what = `${ticket}/fire/${course}`;
        if (!this.patience.isRipe(what, now, 10 * SECOND_MS, 30 * SECOND_MS)) return [];
        return [{ what, command: { type: 'course.fire', ticket, course, seen: state.seq } }];
      });
  }

  private runs(tile: TileView, state: Glass['state'], now: number): Press[] {
    const record = state.tickets.get(tile.ticketId);
    if (!record) return [];
    const open = tile.lines.filter(isOnItsWay);
    return [...new Set(open.map(({ course }) => course))].flatMap((course) => {
      const lines = open.filter((line) => line.course === course);
      if (lines.some((line) => line.state !== 'ready' || line.stops.length > 0 || line.isBlocked)) return [];
      const portions = lines.flatMap((line) =>
        line.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
      );
      const what = `${tile.ticketId}/run/${portions.map(({ item, batch }) => `${item}.${batch}`).join()}`;
      if (!this.patience.isRipe(what, now, 15 * SECOND_MS, 75 * SECOND_MS)) return [];
      const command: Press['command'] = {
        type: 'course.run',
        ticket: tile.ticketId,
        course,
        portions,
        anyway: false,
        plates: allergyPlates(record, lines).map(checkedPlate),
        seen: state.seq,
      };
      return [{ what, command }];
    });
  }
}

function isOnItsWay({ state }: LineView): boolean {
  return state === 'fired' || state === 'started' || state === 'ready';
}
