import { beforeEach, describe, expect, test } from 'vitest';
import { type BarGlass, BarHand } from '../../../../renderer/screens/board/bar/BarHand.ts';
import { cardKey, ListPlaces } from '../../../../renderer/screens/list/ListPlaces.ts';
import { placeAction } from '../../../../renderer/ui/bar/barKeys.ts';
import { KEY_POINTER, PressWatch } from '../../../../renderer/ui/press/PressWatch.ts';
import { TestClock } from '../handClock.ts';

let places: ListPlaces;
let hand: BarHand;
let done: string[];
let refused: string[];

const digit = (number: number) => {
  const action = placeAction(number);
  hand.down(action, action);
  hand.up(action);
};

beforeEach(() => {
  const clock = new TestClock();
  const watch = new PressWatch(clock, { pxPerMm: () => 4, onFingers: () => undefined, seen: () => 1 });
  const hold = (what: string) => {
    watch.begin(
      { pointerId: KEY_POINTER, widthPx: 1, xPx: 0, yPx: 0 },
      { zone: 'any', act: () => done.push(what) },
    );
    return watch.isKeyOnTarget();
  };
  const glass: BarGlass = {
    holdPlace: (key) => hold(`next step of ${key}`),
    holdItem: (key) => hold(`mark ${key}`),
    holdRecall: () => hold('undo'),
    move: () => true,
    leave: () => undefined,
  };
  [done, refused] = [[], []];
  places = new ListPlaces();
  places.show(['a', 'b', 'c']);
  const nothing = () => undefined;
  const refuse = (_ticket: string | null, key: string) => refused.push(key);
  const parts = { places, watch, clock, glass, refuse, nextPage: nothing, allDay: nothing };
  hand = new BarHand({ ...parts, closeSheet: () => false });
  hand.start();
  clock.turn(1000);
});

describe('the bump bar on a list', () => {
  test('a digit selects its card, and again it does the next step of it', () => {
    digit(2);
    expect([hand.selected(), done]).toEqual([cardKey('b'), []]);
    digit(2);
    expect(done).toEqual([`next step of ${cardKey('b')}`]);
  });
  test('what came under the number meanwhile is selected, and nothing is done to it', () => {
    digit(2);
    places.show(['a', 'c']);
    expect(hand.selected()).toBeNull();
    digit(2);
    expect([hand.selected(), done]).toEqual([cardKey('c'), []]);
  });
  test('a card that only moved up stays in hand under its new number', () => {
    digit(2);
    places.show(['b', 'c']);
    expect([hand.selected(), places.numberOf(cardKey('b'))]).toEqual([cardKey('b'), 1]);
    digit(1);
    expect(done).toEqual([`next step of ${cardKey('b')}`]);
  });
  test('a number without a card is refused', () => {
    digit(4);
    expect(refused).toEqual(['bar.empty']);
  });
  test('RECALL is the undo of the list', () => {
    hand.down('recall', 'recall');
    hand.up('recall');
    expect(done).toEqual(['undo']);
  });
});
