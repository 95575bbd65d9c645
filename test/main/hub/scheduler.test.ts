import { describe, expect, it } from 'vitest';
import { causeId } from '../../../main/hub/scheduler.ts';
import { emptyState } from '../../../shared/domain/model/state.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { aTicket } from '../store/ticketBuilder.ts';
import { fakeCore } from './fakeCore.ts';
import { checkPut, dataFolder, openTestHub, until } from './hubHarness.ts';

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('timed work', () => {
  it('is submitted in the name of the house while it is due, and done once', async () => {
    const dataDir = dataFolder();
    const core = {
      ...fakeCore,
      due: (state: { alerts: object }) =>
        'bell' in state.alerts
          ? []
          : [{ type: 'alert.raise' as const, alert: { code: 'bell', message: 'due' } }],
    };
    const { hub, stop } = openTestHub({ dataDir, core });
    const bells = () => hub.eventsAfter(0, 100).filter(({ type }) => type === 'alert');
    await until('a bell', () => bells().length > 0);
    await aMoment();
    expect(bells()).toMatchObject([{ by: 'house' }]);
    stop();
    const again = openTestHub({ dataDir, core });
    await aMoment();
    expect(again.hub.eventsAfter(0, 100).filter(({ type }) => type === 'alert')).toHaveLength(1);
  });

  it('that fails or comes to nothing is not hammered, and the hub serves on', async () => {
    let decides = 0;
    const { hub } = openTestHub({
      core: {
        ...fakeCore,
        decide: (...args) => {
          if (args[1].type === 'day.roll') decides += 1;
          return fakeCore.decide(...args);
        },
        due: () => [{ type: 'day.roll' }],
      },
    });
    await until('a try', () => decides > 0);
    await aMoment();
    expect(decides).toBe(1);
    expect(await hub.submit(checkPut('a'))).toMatchObject({ ok: true });
  });

  it('a fault in finding what is due is contained', async () => {
    let looks = 0;
    const { hub } = openTestHub({
      core: {
        ...fakeCore,
        due: () => {
          looks += 1;
          throw new Error('planted');
        },
      },
    });
    await until('a look', () => looks > 0);
    await aMoment();
    expect(looks).toBe(1);
    expect(await hub.submit(checkPut('a'))).toMatchObject({ ok: true });
  });

  it('has the same id for the same cause, and another after the ticket changed', () => {
    const ticket = aTicket('t1', 1, { endedAt: 5 });
    const on = (over: Partial<typeof ticket>) =>
      causeId(
        { ...emptyState, tickets: emptyState.tickets.with(ticket.id, { ...ticket, ...over }) },
        { type: 'ticket.close', ticket: ticket.id },
      );
    expect(on({})).toBe(on({}));
    expect(on({ endedAt: 6 })).not.toBe(on({}));
    expect(on({ versions: { [StationId.parse('grill')]: 9 } })).not.toBe(on({}));
  });
});
