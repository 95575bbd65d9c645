import { describe, expect, it } from 'vitest';
import { openStore } from '../../../main/store/openStore.ts';
import { dataFolder, openTestHub, until } from './hubHarness.ts';

const till = { name: 'till', scope: 'pos' as const, roles: [], source: 'toast' };

describe('tokens beside a running hub', () => {
  it('work at once when another handle made them, and carry scope, roles and source', () => {
    const dataDir = dataFolder();
    const { hub } = openTestHub({ dataDir });
    const tool = openStore({ dataDir, as: 'tool' });
    const { secret, token } = tool.tokens.create(till, Date.now());
    tool.close();
    expect(secret).toMatch(/^hrd_[\w-]{43}$/u);
    expect(hub.tokens.check(secret)).toEqual({ ...till, id: token.id, createdAt: token.createdAt });
    expect(hub.tokens.check(`${secret}x`)).toBeNull();
  });

  it('die within a second of a revocation made elsewhere, told once', async () => {
    const dataDir = dataFolder();
    const { hub } = openTestHub({ dataDir });
    const tool = openStore({ dataDir, as: 'tool' });
    const { secret, token } = tool.tokens.create(till, Date.now());
    expect(hub.tokens.check(secret)).not.toBeNull();
    const told: string[] = [];
    hub.tokens.onRevoked((id) => told.push(id));
    expect(tool.tokens.revoke('till', Date.now())).toBe(1);
    tool.close();
    expect(hub.tokens.check(secret)).toBeNull();
    await until('told', () => told.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(told).toEqual([token.id]);
  });

  it('a one-time code is exchanged once, within ten minutes', () => {
    const dataDir = dataFolder();
    const { hub } = openTestHub({ dataDir });
    const grill = {
      name: 'grill tablet',
      scope: 'screen' as const,
      roles: ['kitchen' as const],
      source: null,
    };
    const code = hub.tokens.issueCode(grill);
    const made = hub.tokens.redeemCode(code);
    expect(made?.info).toMatchObject(grill);
    expect(hub.tokens.check(made?.secret ?? '')).toEqual(made?.info);
    expect(hub.tokens.redeemCode(code)).toBeNull();
    expect(hub.tokens.redeemCode('nonsense')).toBeNull();
    const store = openStore({ dataDir, as: 'tool' });
    const old = store.codes.issue(grill, Date.now() - 10 * 60_000 - 1);
    store.close();
    expect(hub.tokens.redeemCode(old)).toBeNull();
  });
});
