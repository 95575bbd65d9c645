import type { HouseConfig } from '../../config/houseConfig.ts';
import { printerOf } from '../../config/printersFor.ts';
import type { ChitId, StationId, TicketId } from '../../lib/ids.ts';
import { type CallBack, callBacks } from '../model/callBack.ts';
import type { Chit } from '../model/chit.ts';
import { isOnItsWay, type Unseen, unseenAt } from '../model/paper.ts';
import type { State } from '../model/state.ts';
import { titleOf } from '../model/ticket.ts';

const SECOND_MS = 1_000;
/** PRODUCT.md "Paper": listed and not painted for so long is said, never printed. */
const NOT_PAINTED_MS = 90_000;

/** Something about paper that a person must know or say. `since` is hub time. */
export type PaperLine =
  /** `amber`: no screen of the station has listed it yet; `loud`: time is up, and no printer prints for the station. */
  | {
      readonly kind: 'unseen';
      readonly weight: 'amber' | 'loud';
      readonly station: StationId;
      readonly since: number;
      readonly tickets: readonly TicketId[];
      readonly titles: readonly string[];
    }
  | {
      readonly kind: 'notPainted';
      readonly station: StationId;
      readonly since: number;
      readonly tickets: readonly TicketId[];
    }
  /** A14: what is on paper there has an allergy that nobody has called out and heard back. */
  | (Omit<CallBack, 'isDown'> & {
      readonly kind: 'call';
      readonly since: number;
      readonly ticket: TicketId;
      readonly title: string;
    })
  /** Chits wait for a printer that says what keeps it. */
  | {
      readonly kind: 'waiting';
      readonly printer: string;
      readonly trouble: string;
      readonly since: number;
      readonly count: number;
    }
  /** Nobody knows whether it is on paper, or none of it is: a person says what now. */
  | {
      readonly kind: 'unknown' | 'failed';
      readonly chit: ChitId;
      readonly number: number;
      readonly station: StationId;
      readonly printer: string;
      readonly since: number;
      readonly titles: readonly string[];
    }
  | {
      readonly kind: 'missed';
      readonly station: StationId;
      readonly since: number;
      readonly count: number;
      readonly chits: readonly ChitId[];
    };

/** Gravest first: what may be on no paper and no screen stands at the top. `speed` is hub milliseconds in a real one. */
export function paperLines(state: State, config: HouseConfig, now: number, speed: number): PaperLine[] {
  const chits = Object.values(state.chits);
  const unseen = config.stations.flatMap(({ id, state: opening, amberSeconds, chitSeconds }) => {
    if (opening === 'closed') return [];
    const station = id as StationId;
    const all = unseenAt(state, station).filter((one) => !isOnItsWay(state.chits, one));
    const hasPrinter = printerOf(config, station) !== null;
    const late = (seconds: number) => all.filter(({ since }) => now - since >= seconds * SECOND_MS * speed);
    const overdue = hasPrinter ? [] : late(chitSeconds);
    return [
      ...unseenLine('loud', station, overdue),
      ...unseenLine(
        'amber',
        station,
        late(amberSeconds).filter((one) => !overdue.includes(one)),
      ),
    ];
  });
  return [
    ...unseen.filter((line) => line.kind === 'unseen' && line.weight === 'loud'),
    ...calls(state),
    ...chits.filter(({ state: at }) => at === 'unknown' || at === 'failed').map((chit) => doubt(state, chit)),
    ...missed(chits),
    ...waiting(chits),
    ...unseen.filter((line) => line.kind === 'unseen' && line.weight === 'amber'),
    ...config.stations.flatMap(({ id }) => notPainted(state, id as StationId, now, speed)),
  ];
}

function unseenLine(weight: 'amber' | 'loud', station: StationId, unseen: readonly Unseen[]): PaperLine[] {
  const [oldest] = unseen;
  if (oldest === undefined) return [];
  const tickets = unseen.map(({ ticket }) => ticket.id);
  const titles = unseen.map(({ ticket }) => titleOf(ticket.head));
  return [{ kind: 'unseen', weight, station, since: oldest.since, tickets, titles }];
}

const NOT_DOWN: ReadonlySet<StationId> = new Set();

/** Those on the paper for the longest time first. */
function calls(state: State): PaperLine[] {
  return [...state.tickets.values()]
    .filter(
      ({ allergies, endedAt, isLeftFromYesterday }) =>
        allergies.length > 0 && endedAt === null && !isLeftFromYesterday,
    )
    .flatMap((ticket) =>
      callBacks(ticket, NOT_DOWN).map(({ isDown: _isDown, ...call }) => {
        const since = ticket.paper[call.station]?.at ?? ticket.receivedAt;
        return { kind: 'call' as const, ...call, since, ticket: ticket.id, title: titleOf(ticket.head) };
      }),
    )
    .sort((a, b) => a.since - b.since);
}

function doubt(state: State, chit: Chit): PaperLine {
  const titles = chit.parts.flatMap(({ ticket }) => {
    const open = state.tickets.get(ticket);
    return open === undefined ? [] : [titleOf(open.head)];
  });
  const { id, number, station, printer, queuedAt } = chit;
  const kind = chit.state === 'unknown' ? 'unknown' : 'failed';
  return { kind, chit: id, number, station, printer, since: chit.sentAt ?? queuedAt, titles };
}

function missed(chits: readonly Chit[]): PaperLine[] {
  const all = chits.filter(({ state }) => state === 'missed');
  return [...new Set(all.map(({ station }) => station))].map((station) => {
    const here = all.filter((chit) => chit.station === station);
    const since = Math.min(...here.map(({ queuedAt }) => queuedAt));
    return { kind: 'missed', station, since, count: here.length, chits: here.map(({ id }) => id) };
  });
}

function waiting(chits: readonly Chit[]): PaperLine[] {
  const all = chits.filter(({ state }) => state === 'queued');
  const troubled = all.filter(({ trouble }) => trouble !== null);
  return [...new Set(troubled.map(({ printer }) => printer))].map((printer) => {
    // It is offered the oldest alone; the others wait behind that one.
    const here = all.filter((chit) => chit.printer === printer);
    const since = Math.min(...here.map(({ queuedAt }) => queuedAt));
    const trouble = troubled.findLast((chit) => chit.printer === printer)?.trouble ?? '';
    return { kind: 'waiting', printer, trouble, since, count: here.length };
  });
}

function notPainted(state: State, station: StationId, now: number, speed: number): PaperLine[] {
  const late = [...state.tickets.values()].filter((ticket) => {
    const receipt = ticket.receipts[station];
    if (ticket.endedAt !== null || receipt?.version !== ticket.versions[station]) return false;
    if (receipt?.listedAt == null || receipt.paintedAt !== null) return false;
    return now - receipt.listedAt >= NOT_PAINTED_MS * speed;
  });
  if (late.length === 0) return [];
  const since = Math.min(...late.map((ticket) => ticket.receipts[station]?.listedAt ?? now));
  return [{ kind: 'notPainted', station, since, tickets: late.map(({ id }) => id) }];
}
