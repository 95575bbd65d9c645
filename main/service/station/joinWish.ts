import { StationId } from '../../../shared/lib/ids.ts';
import { Complaint } from '../complaint.ts';

/** Whose station this service is to be. */
export interface JoinWish {
  /** The hub's address without a path, or `AUTO`. */
  readonly hubUrl: string;
  readonly station: StationId;
  readonly token: string;
}

/** The hub is looked for on the network. */
export const AUTO = 'auto';
const NO_TOKEN =
  '--join wants --token, or HEARD_TOKEN: npm run heard -- token create --scope station makes one at the hub.';

export interface JoinFlags {
  readonly join?: string | undefined;
  readonly station?: string | undefined;
  readonly token?: string | undefined;
}

/** null: not a station. Throws a complaint about flags that cannot be meant. `HEARD_TOKEN` stands in for `--token`. */
export function readJoinWish(flags: JoinFlags, env: NodeJS.ProcessEnv = process.env): JoinWish | null {
  const { join, station, token = env.HEARD_TOKEN } = flags;
  if (join === undefined) {
    if (station !== undefined) throw Complaint.usage('--station goes with --join, the address of the hub.');
    return null;
  }
  if (station === undefined) throw Complaint.usage('--join wants --station: which one this device is.');
  const id = StationId.safeParse(station.toLowerCase());
  if (!id.success || !/^[\w.-]+$/u.test(station)) {
    throw Complaint.usage(`--station wants the id of a station as set-up has it, not ${station}.`);
  }
  if (!token) {
    throw Complaint.usage(NO_TOKEN);
  }
  return { hubUrl: join === AUTO ? AUTO : hubAddress(join), station: id.data, token };
}

function hubAddress(join: string): string {
  const text = join.includes('://') ? join : `http://${join}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw Complaint.usage(`--join wants the hub's address, such as http://192.168.1.20:4680, not ${join}.`);
  return url.origin;
}
