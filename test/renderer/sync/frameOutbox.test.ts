import { beforeEach, describe, expect, test } from 'vitest';
import { FrameOutbox } from '../../../renderer/sync/FrameOutbox.ts';
import { CommandId, StationId, TicketId } from '../../../shared/lib/ids.ts';
import { MemoryOutboxStore, type OutboxEntry } from '../../../shared/sync/client/outboxStore.ts';

const DECIDED = { state: 'decided', outcome: 'applied', seq: 4 } as const;

/** Frames come when the test says so. */
let frames: (() => void)[];
let stored: MemoryOutboxStore;
let outbox: FrameOutbox;
const paint = () => {
  for (const act of frames.splice(0)) act();
};
const entry = (name: string): OutboxEntry => ({
  siteId: 'site',
  envelope: {
    id: CommandId.parse(name),
    claimedAt: 1,
    command: {
      type: 'ticket.hear',
      ticket: TicketId.parse('ticket-one'),
      station: StationId.parse('grill'),
      version: 1,
    },
  },
});
const inStore = () => stored.load().map(({ envelope }) => envelope.id);

beforeEach(() => {
  frames = [];
  stored = new MemoryOutboxStore();
  outbox = new FrameOutbox(stored, (act) => frames.push(act));
});

describe('a press that the hub hears', () => {
  test('is stored behind the frame that shows it, one frame for all', async () => {
    const first = outbox.put(entry('press-one'), true);
    const second = outbox.put(entry('press-two'), true);
    expect(inStore()).toEqual([]);
    expect(frames).toHaveLength(1);
    paint();
    await Promise.all([first, second]);
    expect(inStore()).toEqual(['press-one', 'press-two']);
    outbox.remove(CommandId.parse('press-one'), DECIDED);
    expect(inStore()).toEqual(['press-two']);
  });

  test('and answers within the frame is never stored, neither then nor later', async () => {
    const put = outbox.put(entry('press-one'), true);
    outbox.remove(CommandId.parse('press-one'), DECIDED);
    await put;
    paint();
    expect(inStore()).toEqual([]);
  });

  test('whose store fails is told to who put it there', async () => {
    stored.put = () => {
      throw new Error('no room');
    };
    const put = outbox.put(entry('press-one'), true);
    paint();
    await expect(put).rejects.toThrow('no room');
  });
});

test('a press that nobody hears is stored at once, behind those made before it', () => {
  void outbox.put(entry('press-one'), true);
  outbox.put(entry('press-two'), false);
  expect(inStore()).toEqual(['press-one', 'press-two']);
  paint();
  expect(inStore()).toEqual(['press-one', 'press-two']);
});
