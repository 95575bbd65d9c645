import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../shared/domain/model/put.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { fakeCore } from './fakeCore.ts';
import { checkPut, dataFolder, openTestHub } from './hubHarness.ts';

const ana = PersonId.parse('p-ana');
const nobody = PersonId.parse('p-nobody');
const fields: PersonFields = {
  name: 'Ana María Quintana',
  phone: '+34 600 000 000',
  email: 'ana@example.org',
  notes: 'sits by the window',
  courier: 'Leo',
  spot: 'bay 4',
};
const core = {
  ...fakeCore,
  decide: (...args: Parameters<typeof fakeCore.decide>) => {
    const decision = fakeCore.decide(...args);
    return args[1].type === 'check.put' && decision.ok
      ? { ...decision, personal: [{ personId: ana, fields }] }
      : decision;
  },
};

describe('who people are', () => {
  it('is told to each role as far as its work needs it', async () => {
    const { hub } = openTestHub({ core });
    const persons: string[] = [];
    hub.onCommitted((committed) => persons.push(...committed.persons));
    await hub.submit(checkPut('a'));
    expect(persons).toEqual([ana]);
    const seenBy = (...roles: Array<'kitchen' | 'expo' | 'host' | 'manager'>) =>
      hub.personal([ana, nobody], { kind: 'screen', roles });
    expect(seenBy('kitchen')).toEqual({ [ana]: { name: 'Ana' }, [nobody]: null });
    expect(seenBy('expo')[ana]).toEqual({
      name: 'Ana María Quintana',
      notes: 'sits by the window',
      courier: 'Leo',
      spot: 'bay 4',
    });
    expect(seenBy('kitchen', 'expo')[ana]).toEqual(seenBy('expo')[ana]);
    expect(seenBy('host')[ana]).toEqual(fields);
    expect(seenBy('manager')[ana]).toEqual(fields);
    expect(seenBy()[ana]).toEqual({});
    expect(hub.personal([ana], { kind: 'pos' })[ana]).toEqual(fields);
  });

  it('stands nowhere on the disk in clear, not in dead letters either', async () => {
    const dataDir = dataFolder();
    const { hub, stop } = openTestHub({ dataDir, core });
    await hub.submit(checkPut('a'));
    hub.deadLetter({ entrance: 'pos', reason: 'planted', payload: { customer: fields } });
    stop();
    const file = readFileSync(join(dataDir, 'heard.db')).toString('latin1');
    for (const word of ['Quintana', '600 000', 'ana@example', 'window', 'bay 4'])
      expect(file).not.toContain(word);
  });

  it('a digest tells equality under the key of this folder alone', () => {
    const [one, other] = [openTestHub().hub, openTestHub().hub];
    expect(one.digest('x')).toBe(one.digest('x'));
    expect(one.digest('x')).toMatch(/^[\w-]{22}$/u);
    expect(one.digest('x')).not.toBe(one.digest('y'));
    expect(one.digest('x')).not.toBe(other.digest('x'));
  });
});
