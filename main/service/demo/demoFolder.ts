import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import { BOOKINGS_SOURCE } from '../../../shared/demo/bookings/bookingPlan.ts';
import { DEMO_SOURCE } from '../../../shared/demo/night/plan.ts';
import { demoConfig } from '../../../shared/demo/restaurant/house.ts';
import type { Role } from '../../../shared/domain/events/actor.ts';
import { lockFolder } from '../../store/folderLock.ts';
import { openStore } from '../../store/openStore.ts';
import { Complaint } from '../complaint.ts';

/** Says that a folder is the demo's own, to be emptied at each start. */
const MARK = 'demo.json';
/** The window's profile lives here too, and outlives the night. */
const KEPT = ['window'];

export interface DemoTokens {
  readonly pos: string;
  readonly cooks: string;
  readonly bookings: string;
  readonly host: string;
}

export interface DemoFolder {
  readonly dataDir: string;
  readonly tokens: DemoTokens;
  readonly account: string;
  /** The book's own. */
  readonly bookings: string;
}

/** The demo's folder inside the place for data, fresh: the restaurant's configuration and the tokens of the till and the cooks. */
export function prepareDemoFolder(place: string, printer: PrinterConfig | null = null): DemoFolder {
  const dataDir = join(place, 'demo');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (readdirSync(dataDir).length > 0) empty(dataDir);
  writeFileSync(join(dataDir, MARK), '{"demo":true}\n');
  writeFileSync(join(dataDir, 'config.json'), `${JSON.stringify(configWith(printer), null, 1)}\n`);
  return {
    dataDir,
    tokens: makeTokens(dataDir),
    account: join(dataDir, 'account.json'),
    bookings: join(dataDir, 'bookings.json'),
  };
}

/** The restaurant's, with a printer in its kitchen. */
function configWith(printer: PrinterConfig | null): HouseConfig {
  if (printer === null) return demoConfig;
  return {
    ...demoConfig,
    printers: [printer],
    paper: { ...demoConfig.paper, printer: printer.id },
  };
}

function empty(dataDir: string): void {
  if (!existsSync(join(dataDir, MARK))) {
    throw new Complaint(
      `${dataDir} is not a folder of the demo; it is left as it is. Name another with --data.`,
    );
  }
  // Refuses while another service owns it.
  lockFolder(dataDir)();
  for (const name of readdirSync(dataDir)) {
    if (!KEPT.includes(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

function makeTokens(dataDir: string): DemoTokens {
  const store = openStore({ dataDir, as: 'tool' });
  try {
    const now = Date.now();
    const roles: Role[] = ['kitchen', 'expo'];
    const pos = { name: 'demo till', scope: 'pos', roles: [], source: DEMO_SOURCE } as const;
    const cooks = { name: 'demo cooks', scope: 'screen', roles, source: null } as const;
    const bookings = { name: 'demo book', scope: 'bookings', source: BOOKINGS_SOURCE } as const;
    const host = { name: 'demo host', scope: 'screen', source: null } as const;
    return {
      pos: store.tokens.create({ ...pos, roles: [] }, now).secret,
      cooks: store.tokens.create(cooks, now).secret,
      bookings: store.tokens.create({ ...bookings, roles: [] }, now).secret,
      host: store.tokens.create({ ...host, roles: ['host'] }, now).secret,
    };
  } finally {
    store.close();
  }
}
