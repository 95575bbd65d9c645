import { beforeAll, describe, expect, test } from 'vitest';
import type { NightAccount } from '../../../shared/demo/account.ts';
import { auditNight } from '../../../shared/demo/audit/auditNight.ts';
import { planNight } from '../../../shared/demo/night/planNight.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { VirtualNight } from '../../support/virtualNight.ts';

const EPOCH = '1-virtual';
/** A night is some thousand decisions; on a busy machine that takes a while. */
const NIGHT_MS = 60_000;

describe('the till and the house after a night', () => {
  test.each([11, 12, 13])(
    'agree to the last item (seed %i)',
    (seed) => {
      const night = new VirtualNight(planNight({ seed, covers: 40, length: 'hour' })).run();
      const { differences, counts } = auditNight(night.account, night.events(), EPOCH, night.bookAccount);
      expect(differences).toEqual([]);
      for (const what of ['tickets', 'lines', 'courses', 'portions voided', 'refires', '86', 'handed_over'])
        expect({ what, count: counts[what] ?? 0 }).not.toEqual({ what, count: 0 });
    },
    NIGHT_MS,
  );
});

describe('an audit finds', () => {
  let night: VirtualNight;
  beforeAll(() => {
    night = new VirtualNight(planNight({ seed: 21, covers: 40, length: 'hour' })).run();
  }, NIGHT_MS);

  const differences = (change: (account: NightAccount) => void, events = night.events()) => {
    const account = structuredClone(night.account);
    change(account);
    return auditNight(account, events, EPOCH).differences;
  };
  const put = (account: NightAccount) => {
    const found = account.messages.findLast(({ event, quirk }) => event === 'ticket.put' && quirk === 'none');
    if (!found) throw new Error('no put');
    return found;
  };
  const lines = (argument: Record<string, unknown>) => {
    if (!Array.isArray(argument.items)) throw new Error('no items');
    return argument.items;
  };

  test('nothing where nothing is wrong', () => {
    expect(differences(() => undefined)).toEqual([]);
  });

  test('one line that only the till has', () => {
    const found = differences((account) => {
      const items = lines(put(account).argument);
      items.push({ ...items[0], id: 'ghost' });
    });
    expect(found.join()).toContain('line ghost');
  });

  test('one line that only the house has', () => {
    const found = differences((account) => {
      const { id } = put(account).argument;
      for (const { argument } of account.messages)
        if (argument.id === id && argument.items) lines(argument).pop();
    });
    expect(found.join()).toContain('the till never put it');
  });

  test('one portion more', () => {
    const found = differences((account) => {
      const [item] = lines(put(account).argument);
      item.quantity += 1;
    });
    expect(found.join()).toContain('portions');
  });

  test('a modifier three levels down', () => {
    const found = differences((account) => {
      for (const { argument } of account.messages) {
        if (!Array.isArray(argument.items)) continue;
        for (const item of argument.items) {
          const deep = item.modifiers?.[1]?.modifiers?.[0]?.modifiers?.[0];
          if (deep) deep.name = 'Something else';
        }
      }
    });
    expect(found.join()).toContain('Something else');
  });

  test('a message that was never taken, or taken twice', () => {
    const never = differences((account) => put(account).answers.splice(0));
    expect(never.join()).toContain('never answered');
    const twice = differences((account) => {
      const { answers } = put(account);
      answers.push(...answers);
    });
    expect(twice.join()).toContain('applied,applied');
  });

  test('a ticket the till never heard of', () => {
    const found = differences((account) => {
      const { id } = put(account).argument;
      account.messages = account.messages.filter(({ argument }) => argument.id !== id);
    });
    expect(found.join()).toContain('the till never put it');
  });

  test('a status lost, told twice, or told otherwise', () => {
    expect(differences(({ feed }) => feed.splice(100, 1)).join()).toContain('who listens never got it');
    const twice = differences(({ feed }) => {
      feed.push(...feed.slice(-1));
    });
    expect(twice.join()).toContain('statuses');
    const otherwise = differences(({ feed }) => {
      const voided = feed.find(({ type }) => type === 'item.voided');
      if (voided) voided.stage = 'ready at last';
    });
    expect(otherwise.join()).toContain('ready at last');
  });

  test('guests said to be back at a table they had left, that were back already; not at one they never left', () => {
    const back = (events: readonly string[], table: string) =>
      differences((account) => {
        const sent = account.messages.find(({ event }) => event === 'table.hold');
        const [answer] = sent?.answers ?? [];
        if (!sent || !answer?.ok) throw new Error('nobody was away');
        for (const [at, event] of events.entries()) {
          const result = event === 'table.hold' ? 'applied' : 'duplicate';
          const argument = { ...sent.argument, table };
          account.messages.push({ ...sent, n: 9990 + at, event, argument, answers: [{ ...answer, result }] });
        }
      }).join();
    expect(back(['table.hold', 'table.resume'], 'left')).toContain(
      'message 9991 (table.resume, none): duplicate',
    );
    expect(back(['table.resume'], 'never left')).toBe('');
  });

  test.each(['item.refire', 'course.fire', 'table.hold', 'availability.put', 'ticket.handoff', 'check.put'])(
    'a %s of which the house knows nothing',
    (event) => {
      const found = differences((account) => {
        const sent = account.messages.find((message) => message.event === event);
        if (!sent) throw new Error(`no ${event}`);
        const items = [{ id: 'ribeye', available: false }];
        const ghost = { ...sent.argument, id: 'ghost', table: 'ghost', items };
        account.messages.push({ ...sent, n: 9999, argument: ghost });
      });
      expect(found.length).toBeGreaterThan(0);
    },
  );

  test('an allergy of a booking that never reached its ticket, or that nobody heard', () => {
    const booked = (change: (events: Event[]) => Event[]) =>
      auditNight(night.account, change([...night.events()]), EPOCH, night.bookAccount).differences.join();
    expect(booked((events) => events)).toBe('');
    const isHeard = ({ type }: Event) => type === 'allergy.heard';
    expect(booked((events) => events.filter((event) => !isHeard(event)))).toContain('nobody heard it');
    const lost = structuredClone(night.bookAccount);
    for (const { argument } of lost.messages)
      if (argument.state === 'finished') argument.allergies = [{ allergen: 'lupin' }];
    expect(auditNight(night.account, night.events(), EPOCH, lost).differences.join()).toContain(
      'the house lost it',
    );
  });

  test('a booking that only its system has, and one that is no no-show', () => {
    const book = structuredClone(night.bookAccount);
    const [first] = book.messages;
    if (!first) throw new Error('nothing was put');
    book.messages.push({ ...first, n: 9999, argument: { ...first.argument, id: 'ghost' } });
    for (const { argument } of book.messages) if (argument.state === 'no_show') argument.state = 'cancelled';
    const found = auditNight(night.account, night.events(), EPOCH, book).differences.join();
    expect(found).toContain('booking ghost: the house does not have it');
    expect(found).toContain('the till has "cancelled", the house "no_show"');
  });

  test('food that never went out', () => {
    const lastRun = night.events().findLast(({ type }) => type === 'food.run');
    const events = night.events().filter((event) => event !== lastRun);
    expect(differences(() => undefined, events).join()).toContain('never went out');
  });
});
