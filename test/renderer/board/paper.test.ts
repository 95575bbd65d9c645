import { describe, expect, it } from 'vitest';
import { chitRows } from '../../../renderer/screens/board/paper/chitRows.ts';
import { isFor, isGrave } from '../../../renderer/screens/board/paper/paperFor.ts';
import { lineWords } from '../../../renderer/screens/board/paper/paperWords.ts';
import { chitSpeech } from '../../../renderer/ui/chit/chitSpeech.ts';
import type { PaperLine } from '../../../shared/domain/selectors/paperLines.ts';
import type { ChitId, TicketId } from '../../../shared/lib/ids.ts';
import '../../../renderer/app/words.ts';
import { expo, fry, grill } from '../../support/house.ts';
import { PAPER_CONFIG, PaperHouse } from '../../support/paperHouse.ts';

const EIGHT = Date.UTC(2026, 10, 21, 20, 0, 0);
const two = ['t1', 't2'] as TicketId[];
const lines = {
  loud: { kind: 'unseen', weight: 'loud', station: grill, since: EIGHT, tickets: two, titles: ['12', '14'] },
  amber: {
    kind: 'unseen',
    weight: 'amber',
    station: grill,
    since: EIGHT,
    tickets: two,
    titles: ['1', '2', '3', '4', '5', '6'],
  },
  notPainted: { kind: 'notPainted', station: grill, since: EIGHT, tickets: two },
  waiting: { kind: 'waiting', printer: 'line', trouble: 'paper', since: EIGHT, count: 3 },
  unknown: {
    kind: 'unknown',
    chit: 'c' as ChitId,
    number: 7,
    station: grill,
    printer: 'line',
    since: EIGHT,
    titles: ['12'],
  },
  failed: {
    kind: 'failed',
    chit: 'c' as ChitId,
    number: 7,
    station: grill,
    printer: 'line',
    since: EIGHT,
    titles: ['12'],
  },
  missed: { kind: 'missed', station: grill, since: EIGHT, count: 6, chits: ['c' as ChitId] },
} satisfies Record<string, PaperLine>;
const names = Object.keys(lines) as (keyof typeof lines)[];

describe('what is said of paper', () => {
  const speech = (language: 'en' | 'es') => ({
    ...chitSpeech(language, 'UTC'),
    number: String,
    stationName: () => (language === 'en' ? 'GRILL' : 'PARRILLA'),
  });
  const say = (line: PaperLine, language: 'en' | 'es' = 'en', page: number | null = null) =>
    lineWords(line, speech(language), () => 'Line', page);

  it('names station, tickets, number and time', () => {
    expect(say(lines.loud)).toBe('NO PRINTER: GRILL has not seen 12, 14 since 20:00');
    expect(say(lines.amber)).toBe('GRILL has not seen 1, 2, 3, 4, 5 +1');
    expect(say(lines.waiting)).toBe('Line: paper out, 3 chits wait since 20:00');
    expect(say(lines.unknown)).toBe('Chit 7 may be on paper: GRILL 12');
    expect(say(lines.failed)).toBe('Chit 7 did not come out: GRILL 12');
    expect(say(lines.missed)).toBe('6 chits missed at GRILL since 20:00');
    expect(say(lines.notPainted)).toBe('2 tickets not seen at GRILL');
    expect(say(lines.notPainted, 'en', 1)).toBe('2 tickets not seen, page 2');
    expect(say(lines.waiting, 'es')).toBe('Line: sin papel, 3 tiques esperan desde las 20:00');
  });

  it("a printer's reason that nobody has words for is not shown in the log's words", () => {
    expect(say({ ...lines.waiting, trouble: 'ECONNRESET 3' })).toBe(
      'Line: the printer did not say, 3 chits wait since 20:00',
    );
  });

  it('expo is told all; a station of its own tickets and printer, and of all where there is no pass', () => {
    const told = (here: typeof grill | null, canAnswer: boolean) =>
      names.filter((name) => isFor(lines[name], PAPER_CONFIG, here, canAnswer));
    expect(told(null, true)).toEqual(names);
    expect(told(grill, false)).toEqual(['notPainted', 'waiting']);
    expect(told(fry, false)).toEqual(['waiting']);
    expect(told(fry, true)).toEqual(['loud', 'amber', 'waiting', 'unknown', 'failed', 'missed']);
    // Its own glass shows what it is said not to have seen.
    expect(told(grill, true)).toEqual(['notPainted', 'waiting', 'unknown', 'failed', 'missed']);
  });

  it('food or a slip that nobody may have is grave', () => {
    expect(names.filter((name) => isGrave(lines[name]))).toEqual(['loud', 'unknown', 'failed', 'missed']);
  });
});

describe('the list of chits', () => {
  it('says what became of each, also where a person said it', async () => {
    const paper = new PaperHouse();
    await paper.queue.start();
    const { house } = paper;
    const fates = () =>
      chitRows(house.state, null).map(({ chit, fate, again }) => [chit.number, fate, again]);
    const answer = (number: number, said: 'again' | 'printed' | 'drop') => {
      const chit = Object.values(house.state.chits).find((one) => one.number === number);
      if (chit) house.say({ type: 'chit.answer', chit: chit.id, answer: said }, expo);
    };
    paper.put({ id: 'T1', table: '12', items: [{ id: 'a', course: 1 }] });
    paper.put({ id: 'T2', table: '14', items: [{ id: 'a', course: 1 }] });
    paper.put({ id: 'T3', table: '16', items: [{ id: 'a', course: 1 }] });
    paper.printer('line').outcome = { kind: 'unknown', why: 'died' };
    await paper.pass(9);
    expect(fates()).toEqual([
      [3, 'unknown', null],
      [2, 'unknown', null],
      [1, 'unknown', null],
    ]);
    expect(chitRows(house.state, null).map(({ titles }) => titles)).toEqual(['16', '14', '12']);
    answer(1, 'printed');
    answer(2, 'drop');
    paper.printer('line').outcome = { kind: 'printed' };
    answer(3, 'again');
    paper.told();
    await paper.settle();
    expect(fates()).toEqual([
      [4, 'printed', null],
      [3, 'again', 4],
      [2, 'dropped', null],
      [1, 'printed', null],
    ]);
    expect(chitRows(house.state, fry)).toEqual([]);
  });
});
