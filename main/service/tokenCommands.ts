import { Role } from '../../shared/domain/events/actor.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/Store.ts';
import { TokenScope, type TokenTemplate } from '../store/tokenTable.ts';
import { Complaint } from './complaint.ts';
import { announcedUrl } from './serviceFile.ts';

const DEFAULT_URL = 'http://127.0.0.1:4680';

export interface TokenFlags {
  readonly scope: string;
  readonly role?: string[];
  readonly source?: string;
  readonly name: string;
}

/** Makes a token that works at once, also beside a running service. stdout has the token alone; it is shown this once. */
export function createToken(dataDir: string, flags: TokenFlags): void {
  const template = templateOf(flags);
  withStore(dataDir, (store) => {
    const now = Date.now();
    const { secret } = store.tokens.create(template, now);
    process.stdout.write(`${secret}\n`);
    if (template.scope !== 'admin') return;
    const address = `${announcedUrl(dataDir) ?? DEFAULT_URL}/setup#t=${store.codes.issue(template, now)}`;
    process.stderr.write(`To set up from a browser, open this once within 10 minutes: ${address}\n`);
  });
}

export function listTokens(dataDir: string): void {
  withStore(dataDir, (store) => {
    for (const { id, name, scope, roles, source, createdAt } of store.tokens.list()) {
      const row = [id, name, scope, roles.join(',') || '-', source ?? '-', new Date(createdAt).toISOString()];
      process.stdout.write(`${row.join('\t')}\n`);
    }
  });
}

export function revokeToken(dataDir: string, idOrName: string): void {
  withStore(dataDir, (store) => {
    const count = store.tokens.revoke(idOrName, Date.now());
    if (count === 0) throw new Complaint(`There is no live token with the id or name ${idOrName}.`);
    process.stderr.write(`${count === 1 ? 'One token' : `${count} tokens`} revoked.\n`);
  });
}

function templateOf(flags: TokenFlags): TokenTemplate {
  const { scope, role = [], source = null, name } = flags;
  const parsedScope = TokenScope.safeParse(scope);
  if (!parsedScope.success) throw Complaint.usage(`--scope is one of ${TokenScope.options.join(', ')}.`);
  const roles = role.map((word) => {
    const parsed = Role.safeParse(word);
    if (!parsed.success) throw Complaint.usage(`--role is one of ${Role.options.join(', ')}.`);
    return parsed.data;
  });
  if (name.length === 0 || name.length > 100) throw Complaint.usage('--name has 1 to 100 characters.');
  const isProgram = parsedScope.data === 'pos' || parsedScope.data === 'bookings';
  if (isProgram && roles.length > 0) throw Complaint.usage(`A ${scope} token has no roles.`);
  if (!isProgram && source !== null) throw Complaint.usage('Only pos and bookings tokens have a source.');
  return { name, scope: parsedScope.data, roles: rolesOf(parsedScope.data, roles), source };
}

/** A screen without a role is a kitchen's; devices of the house and its admins may do everything. */
function rolesOf(scope: TokenScope, named: readonly Role[]): Role[] {
  if (named.length > 0) return [...new Set(named)];
  switch (scope) {
    case 'screen':
      return ['kitchen'];
    case 'station':
    case 'admin':
      return [...Role.options];
    case 'pos':
    case 'bookings':
      return [];
    default:
      return scope satisfies never;
  }
}

function withStore(dataDir: string, work: (store: Store) => void): void {
  const store = openStore({ dataDir, as: 'tool' });
  try {
    work(store);
  } finally {
    store.close();
  }
}
