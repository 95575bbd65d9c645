import { describe, expect, it } from 'vitest';
import { BookingsModel } from '../../../../renderer/screens/setup/bookings/BookingsModel.ts';
import type { BookingsApi } from '../../../../renderer/screens/setup/bookings/bookingsApi.ts';
import {
  type BookingLook,
  type BookingRunState,
  MAX_FILE_BYTES,
} from '../../../../shared/protocol/bookingFiles.ts';

const LOOK: BookingLook = {
  id: 'f1',
  encoding: 'utf-8',
  separator: ',',
  rows: 2,
  header: ['Name', 'Covers', 'Date', 'Time'],
  samples: [],
  mapping: {
    hasHeader: true,
    columns: ['name', 'covers', 'date', 'time'],
    dateOrder: null,
    clock: 'written',
    consent: {},
    source: 'csv',
  },
  isRemembered: false,
  orders: [
    { order: 'dmy', unreadable: 0, example: null },
    { order: 'mdy', unreadable: 0, example: null },
  ],
  clock: null,
  consents: [],
};
const RUN: BookingRunState = {
  phase: 'running',
  isDry: true,
  done: 0,
  total: 2,
  counts: { new: 0, changed: 0, same: 0, past: 0, bad: 0 },
  problems: [],
};
const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
const unset = () => {
  throw new Error('not asked for in this test');
};
const API: BookingsApi = {
  open: () => ok(LOOK),
  look: (_id, { mapping }) => ok({ ...LOOK, mapping: mapping ?? LOOK.mapping }),
  run: unset,
  state: unset,
  cancel: unset,
  close: () => ok({ ok: true as const }),
};
const aFile = (size = 10) => Object.defineProperty(new File(['x'], 'b.csv'), 'size', { value: size });
const modelWith = (over: Partial<BookingsApi>) =>
  new BookingsModel({ ...API, ...over }, () => Promise.resolve());

describe('a file of bookings on the page', () => {
  it('waits for what only a person can say', async () => {
    const model = modelWith({});
    await model.choose(aFile());
    expect(model.gaps()).toEqual(['dateOrder']);
    await model.map({ dateOrder: 'dmy' });
    expect(model.gaps()).toEqual([]);
    await model.map({ columns: ['name', 'covers', null, 'time'] });
    expect(model.gaps()).toEqual(['date']);
  });

  it('is asked about until its run is over, and a changed mapping makes the trial void', async () => {
    const states = [
      { ...RUN, done: 1 },
      { ...RUN, done: 2, phase: 'done' as const },
    ];
    const model = modelWith({ run: () => ok(RUN), state: () => ok(states.shift() ?? RUN) });
    await model.choose(aFile());
    await model.run(true);
    expect(model.get().run).toMatchObject({ phase: 'done', done: 2 });
    await model.map({ dateOrder: 'mdy' });
    expect(model.get().run).toBeNull();
  });

  it('is read as it was said while it is read, and after a lost answer it can be tried again', async () => {
    const asked: string[] = [];
    const model = modelWith({
      look: (_id, { mapping }) => {
        asked.push(mapping?.dateOrder ?? 'none');
        return ok(LOOK);
      },
      run: () => ok(RUN),
      state: async () => {
        await model.map({ dateOrder: 'mdy' });
        await model.change({ separator: ';' });
        expect(model.get().run?.phase).toBe('running');
        return { ok: false, why: 'unreachable' };
      },
    });
    await model.choose(aFile());
    await model.run(false);
    expect(asked).toEqual([]);
    expect(model.get()).toMatchObject({ run: null, trouble: 'unreachable' });
    await model.map({ dateOrder: 'dmy' });
    expect(asked).toEqual(['dmy']);
  });

  it('says what is wrong: too large, empty, not open any more, no answer', async () => {
    const large = modelWith({ open: unset });
    await large.choose(aFile(MAX_FILE_BYTES + 1));
    expect(large.get()).toMatchObject({ trouble: 'too_large', look: null });
    const empty = modelWith({ open: () => ok({ ...LOOK, rows: 0 }) });
    await empty.choose(aFile());
    expect(empty.get().trouble).toBe('empty');
    const gone = modelWith({ run: () => Promise.resolve({ ok: false, why: 'refused' }) });
    await gone.choose(aFile());
    await gone.run(true);
    expect(gone.get()).toMatchObject({ trouble: 'gone', run: null });
    const away = modelWith({ open: () => Promise.resolve({ ok: false, why: 'unreachable' }) });
    await away.choose(aFile());
    expect(away.get()).toMatchObject({ trouble: 'unreachable', isBusy: false });
  });

  it('closes the file when it is left, and when another is chosen', async () => {
    const closed: string[] = [];
    const model = modelWith({
      close: (id) => {
        closed.push(id);
        return ok({ ok: true as const });
      },
    });
    await model.choose(aFile());
    await model.choose(aFile());
    model.leave();
    expect(closed).toEqual(['f1', 'f1']);
  });
});
