import { describe, expect, it } from 'vitest';
import { AwayBook, type AwaySight } from '../../../renderer/sync/AwayBook.ts';
import { awayNotesOfTab } from '../../../renderer/sync/awayNotes.ts';
import { fakeStorage } from '../../support/fakeStorage.ts';
import { grill, House } from '../../support/house.ts';

const SECOND = 1_000;

class Screen {
  readonly house = new House();
  readonly storage = fakeStorage();
  book = new AwayBook(awayNotesOfTab('tablet/grill', this.storage));
  isHere = true;
  speed = 1;

  look(over: Partial<AwaySight> = {}): boolean {
    const { state, now } = this.house;
    const { isHere, speed } = this;
    return this.book.look({
      state,
      seq: state.seq,
      isHere,
      now,
      ageMs: 0,
      speed,
      stations: [grill],
      ...over,
    });
  }

  pass(seconds: number): void {
    for (let left = seconds; left > 0; left -= 1) {
      this.house.later(SECOND * this.speed);
      this.look();
    }
  }

  order(table: string): void {
    this.house.put({ id: `T-${table}`, table, items: [{ id: 'a', name: 'Ribeye' }] });
  }

  get told(): string[] | undefined {
    return this.book.news()?.lines.map(({ kind, title }) => `${kind} ${title}`);
  }
}

describe('what was missed', () => {
  it('is what came while the line was down, from the last true picture to the return', () => {
    const screen = new Screen();
    screen.order('1');
    screen.pass(5);
    const from = screen.house.now;
    screen.isHere = false;
    screen.pass(20);
    screen.order('2');
    screen.pass(20);
    screen.isHere = true;
    expect(screen.look()).toBe(true);
    expect(screen.told).toEqual(['new 2']);
    expect(screen.book.news()).toMatchObject({ from, to: screen.house.now });
  });

  it('is nothing after a hiccup, and nothing when nothing happened', () => {
    const screen = new Screen();
    screen.pass(3);
    screen.isHere = false;
    screen.order('1');
    screen.pass(9);
    screen.isHere = true;
    screen.look();
    expect(screen.told).toBeUndefined();
    screen.isHere = false;
    screen.pass(60);
    screen.isHere = true;
    screen.look();
    expect(screen.told).toBeUndefined();
  });

  it('is known to a device that slept and whose own clocks stood still', () => {
    const screen = new Screen();
    screen.pass(3);
    // No look meanwhile, the link was never seen to be lost, and the first look has the new state already.
    screen.order('1');
    screen.house.later(600 * SECOND);
    expect(screen.look()).toBe(true);
    expect(screen.told).toEqual(['new 1']);
  });

  it('is not what this screen pressed itself', () => {
    const screen = new Screen();
    screen.order('1');
    screen.pass(3);
    screen.isHere = false;
    const confirmed = screen.house.seq;
    screen.house.bump('a', grill, { ticket: 'T-1' });
    screen.look({ seq: confirmed });
    screen.pass(30);
    screen.isHere = true;
    screen.look();
    expect(screen.told).toBeUndefined();
  });

  it('stays until it is closed, and a second absence adds to it', () => {
    const screen = new Screen();
    screen.pass(1);
    for (const table of ['1', '2']) {
      screen.isHere = false;
      screen.order(table);
      screen.pass(15);
      screen.isHere = true;
      screen.pass(30);
    }
    expect(screen.told).toEqual(['new 1', 'new 2']);
    screen.book.close();
    screen.pass(30);
    expect(screen.told).toBeUndefined();
  });

  it('begins with the age of a page loaded anew beside a station whose hub was away', () => {
    const screen = new Screen();
    screen.isHere = false;
    screen.look({ ageMs: 60 * SECOND });
    const from = screen.house.now - 60 * SECOND;
    screen.order('1');
    screen.house.later(SECOND);
    screen.isHere = true;
    screen.look();
    expect(screen.told).toEqual(['new 1']);
    expect(screen.book.news()?.from).toBe(from);
  });

  it('counts real seconds in a demo', () => {
    const screen = new Screen();
    screen.speed = 60;
    screen.pass(1);
    screen.isHere = false;
    screen.order('1');
    screen.pass(9);
    screen.isHere = true;
    screen.look();
    expect(screen.told).toBeUndefined();
  });
});

describe('a page loaded anew', () => {
  function missedOne(): Screen {
    const screen = new Screen();
    screen.look();
    screen.isHere = false;
    screen.pass(20);
    screen.order('2');
    screen.isHere = true;
    screen.look();
    return screen;
  }

  it('still has what nobody has read, and adds to it', () => {
    const screen = missedOne();
    screen.book = new AwayBook(awayNotesOfTab('tablet/grill', screen.storage));
    expect(screen.told).toEqual(['new 2']);
    screen.look();
    screen.isHere = false;
    screen.pass(20);
    screen.order('3');
    screen.isHere = true;
    screen.look();
    expect(screen.told).toEqual(['new 2', 'new 3']);
  });

  it('has nothing that was closed, of another screen, or that is no news at all', () => {
    const screen = missedOne();
    expect(awayNotesOfTab('tablet/fry', screen.storage).read()).toBeNull();
    screen.book.close();
    expect(awayNotesOfTab('tablet/grill', screen.storage).read()).toBeNull();
    for (const text of ['{', '{"writtenAt":1}', 'null']) {
      screen.storage.setItem('heard.away.tablet/grill', text);
      expect(awayNotesOfTab('tablet/grill', screen.storage).read()).toBeNull();
    }
  });
});
