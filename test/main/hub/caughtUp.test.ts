import { describe, expect, it } from 'vitest';
import { domainCore } from '../../../main/hub/core.ts';
import type { HubPort, SubmitRequest } from '../../../main/hub/port.ts';
import type { Command } from '../../../shared/domain/commands/command.ts';
import type { Actor } from '../../../shared/domain/events/actor.ts';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { cook, EVENING, pos, putContent, type SaidTicket } from '../../support/house.ts';
import { dataFolder, openTestHub, until } from './hubHarness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const kitchen = StationId.parse('kitchen');

/** Longer than the scheduler's look: what has not happened by then does not happen. */
const looks = () => new Promise((resolve) => setTimeout(resolve, 700));

let count = 0;
function ask(hub: HubPort, command: Command, actor: Actor = pos) {
  count += 1;
  const request: SubmitRequest = { commandId: `press-${count}`, actor, claimedAt: hub.now(), command };
  return hub.submit(request);
}
const put = (hub: HubPort, said: SaidTicket) =>
  ask(hub, { type: 'ticket.put', content: putContent({ openedAt: EVENING, ...said }) });

/** A hub whose machine can be off for as long as the test says. */
function aHub() {
  const dataDir = dataFolder();
  const at = { now: EVENING, start: EVENING };
  const clock = { wall: () => at.now, mono: () => at.now - at.start };
  const start = () => {
    at.start = at.now;
    return openTestHub({ dataDir, core: domainCore, clock });
  };
  let open = start();
  return {
    get hub() {
      return open.hub;
    },
    at,
    offFor: (ms: number) => {
      open.stop();
      at.now += ms;
      open = start();
    },
    types: (): string[] => open.hub.eventsAfter(0, 10_000).map(({ type }) => type),
    ticket: () => [...open.hub.state().tickets.values()][0],
  };
}
const counted = (types: readonly string[], type: string) => types.filter((one) => one === type).length;

const planned: SaidTicket = {
  courses: [{ number: 1, said: 'held', fireAt: EVENING + 5 * MINUTE }],
  items: [{ id: 'steak', course: 1 }],
};

describe('timed work that came due while the hub was off', () => {
  it('a planned fire a few minutes late is fired at the start, once', async () => {
    const house = aHub();
    await put(house.hub, planned);
    house.offFor(13 * MINUTE);
    await until('the fire', () => counted(house.types(), 'course.fired') > 0);
    expect(house.ticket()?.courses[0]).toMatchObject({ firedAt: EVENING + 13 * MINUTE });
    house.offFor(MINUTE);
    await looks();
    expect(counted(house.types(), 'course.fired')).toBe(1);
    expect(Object.keys(house.hub.state().alerts)).toEqual([]);
  });

  it('one that is long overdue is not fired: a person is asked, once, however often the hub starts', async () => {
    const house = aHub();
    await put(house.hub, planned);
    house.offFor(40 * MINUTE);
    await until('the question', () => Object.keys(house.hub.state().alerts).length > 0);
    expect(Object.keys(house.hub.state().alerts)[0]).toMatch(/^fire_overdue:.*:1$/u);
    house.offFor(MINUTE);
    house.offFor(MINUTE);
    await looks();
    expect(house.ticket()?.courses[0]).toMatchObject({ firedAt: null });
    expect(counted(house.types(), 'alert')).toBe(1);
    // The tap still fires it.
    expect(
      await ask(house.hub, { type: 'course.fire', ticket: { source: 'pos', id: 'T1' }, course: 1 }),
    ).toMatchObject({
      ok: true,
      outcome: 'applied',
    });
    expect(counted(house.types(), 'course.fired')).toBe(1);
  });

  it('a ticket whose recall window passed meanwhile is closed, and its POS is still known', async () => {
    const house = aHub();
    const said: SaidTicket = { revision: 1, items: [{ id: 'soup' }] };
    await put(house.hub, said);
    const ticket = house.ticket();
    const portions = ticket?.items.map(({ id }) => ({ item: id, batch: 0, quantity: 1 })) ?? [];
    const batch = ticket?.items[0]?.batches[0]?.n ?? 0;
    if (ticket === undefined) throw new Error('no ticket');
    const bump: Command = {
      type: 'item.bump',
      ticket: ticket.id,
      station: kitchen,
      portions: portions.map((one) => ({ ...one, batch })),
      seen: house.hub.state().seq,
    };
    expect(await ask(house.hub, bump, cook(kitchen))).toMatchObject({ ok: true });
    expect(house.ticket()?.endedAt).toBe(EVENING);
    house.offFor(59 * MINUTE);
    await looks();
    expect(house.hub.state().tickets.size).toBe(1);
    house.offFor(2 * MINUTE);
    await until('the close', () => house.hub.state().tickets.size === 0);
    expect(await put(house.hub, said)).toMatchObject({ ok: true, outcome: 'duplicate' });
    house.offFor(MINUTE);
    await looks();
    expect(counted(house.types(), 'ticket.closed')).toBe(1);
  });

  it('days that were missed are one roll to today; what was open is set apart, and leaves at the next', async () => {
    const house = aHub();
    await put(house.hub, { items: [{ id: 'soup' }] });
    house.offFor(4 * DAY);
    await until('today', () => house.hub.state().day === '2026-11-25');
    expect(counted(house.types(), 'day.opened')).toBe(2);
    expect(house.ticket()).toMatchObject({ isLeftFromYesterday: true });
    const before = stateToDocument(house.hub.state());
    house.offFor(MINUTE);
    await looks();
    expect(stateToDocument(house.hub.state())).toEqual(before);
    house.offFor(DAY);
    await until('the next day', () => house.hub.state().tickets.size === 0);
    expect(counted(house.types(), 'day.opened')).toBe(3);
  });

  it('a planned fire of a day that is gone is not fired with the roll', async () => {
    const house = aHub();
    await put(house.hub, planned);
    house.offFor(DAY);
    await until('the roll', () => house.hub.state().day === '2026-11-22');
    await looks();
    expect(counted(house.types(), 'course.fired')).toBe(0);
  });

  it('guests who were to be back are back, and what waited for them goes on', async () => {
    const house = aHub();
    await put(house.hub, { items: [{ id: 'steak', course: 1 }] });
    const away: Command = {
      type: 'table.hold',
      table: '12',
      reason: 'smoking',
      until: EVENING + 10 * MINUTE,
    };
    expect(await ask(house.hub, away)).toMatchObject({ ok: true, outcome: 'applied' });
    house.offFor(5 * MINUTE);
    await looks();
    expect(counted(house.types(), 'table.resumed')).toBe(0);
    house.offFor(30 * MINUTE);
    await until('their return', () => counted(house.types(), 'table.resumed') === 1);
    expect(house.hub.state().holds).toEqual({});
    expect(house.ticket()?.items[0]?.batches[0]?.firedAt).not.toBeNull();
    house.offFor(MINUTE);
    await looks();
    expect(counted(house.types(), 'table.resumed')).toBe(1);
  });
});

describe("the machine's clock while the hub runs", () => {
  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('jumping an hour %s moves no fire: it comes at its own time, with one alert', async (_name, jump) => {
    const dataDir = dataFolder();
    const machine = { wall: EVENING, mono: 0 };
    const { hub } = openTestHub({
      dataDir,
      core: domainCore,
      clock: { wall: () => machine.wall, mono: () => machine.mono },
      disk: { freeBytes: () => 1e12, warnBelow: 1, stopBelow: 1, everyMs: 5 },
    });
    const types = () => hub.eventsAfter(0, 1_000).map(({ type }) => type);
    const pass = (ms: number) => {
      machine.wall += ms;
      machine.mono += ms;
    };
    await put(hub, planned);
    machine.wall += jump;
    pass(4 * MINUTE);
    await until('the alert', () => 'clock_drift' in hub.state().alerts);
    await looks();
    expect(counted(types(), 'course.fired')).toBe(0);
    pass(MINUTE);
    await until('the fire', () => counted(types(), 'course.fired') === 1);
    expect([...hub.state().tickets.values()][0]?.courses[0]?.firedAt).toBe(EVENING + 5 * MINUTE);
    pass(30 * MINUTE);
    await looks();
    expect(counted(types(), 'alert')).toBe(1);
    const times = hub.eventsAfter(0, 1_000).map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });
});
