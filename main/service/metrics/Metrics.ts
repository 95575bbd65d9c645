import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { State } from '../../../shared/domain/model/state.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import type { Presence } from '../../../shared/sync/server/presence.ts';
import type { HubPort } from '../../hub/port.ts';
import { BatchSeconds } from './BatchSeconds.ts';
import type { CommandCounts } from './CommandCounts.ts';
import type { Watched } from './watched.ts';

/**
 * The hub in numbers, for Prometheus. Everything but the commands is looked up when somebody asks. Names of stations and tokens are the
 * only words in it: no guest, no card, no secret.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly commands: CommandCounts;
  private readonly commandsTotal = new Counter({
    name: 'heard_commands_total',
    help: 'Commands decided since the service started.',
    labelNames: ['type', 'outcome'],
    registers: [this.registry],
  });

  constructor(commands: CommandCounts) {
    this.commands = commands;
    new BatchSeconds(this.registry, commands);
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(watched: Watched): Promise<string> {
    this.commandsTotal.reset();
    for (const { type, outcome, count } of this.commands.all()) {
      this.commandsTotal.inc({ type, outcome }, count);
    }
    this.look(watched);
    return await this.registry.metrics();
  }

  private look({ hub, connections, presence }: Watched): void {
    const state = hub.state();
    const { programs, screens, bufferedBytes } = connections();
    this.one('heard_build_info', 'Always 1.', [[{ build: hub.build, node: process.version }, 1]]);
    this.one('heard_up', '1 while the hub takes commands.', [[{}, hub.health().ok ? 1 : 0]]);
    this.one('heard_log_seq', 'The number of the last event.', [[{}, state.seq]]);
    this.one('heard_epoch', 'Rises at every restore or promotion.', [[{}, hub.epoch.n]]);
    this.one('heard_alerts', 'Alerts that stand.', [[{}, Object.keys(state.alerts).length]]);
    this.one('heard_dead_letters', 'Messages kept that could not be handled.', [[{}, hub.deadLetters()]]);
    this.one(
      'heard_last_backup_timestamp_seconds',
      'When the last nightly backup was made and checked; absent: never.',
      lastBackup(hub),
    );
    this.one('heard_open_tickets', 'Tickets that have not ended.', [[{}, openTickets(state).length]]);
    this.one('heard_station_open_tickets', 'Of those, the ones a station shows.', byStation(state));
    this.one('heard_screens_connected', 'Connections of screens.', [[{}, screens]]);
    this.one('heard_station_up', '1 while a visible screen of the station answers.', up(hub, presence()));
    this.one(
      'heard_socket_buffered_bytes',
      'What waits to be read.',
      labelled('namespace', Object.entries(bufferedBytes)),
    );
    this.one(
      'heard_program_connections',
      'Socket.IO connections of a token.',
      labelled('token', [...programs]),
    );
    this.one('heard_feed_backlog', 'Log numbers a listener has not acknowledged.', backlogs(hub));
  }

  /** A gauge with exactly these values: what has gone since the last look is gone here too. */
  private one(name: string, help: string, values: ReadonlyArray<readonly [Labels, number]>): void {
    this.registry.removeSingleMetric(name);
    if (values.length === 0) return;
    const labelNames = Object.keys(values[0]?.[0] ?? {});
    const gauge = new Gauge({ name, help, labelNames, registers: [this.registry] });
    for (const [labels, value] of values) gauge.set(labels, value);
  }
}

type Labels = Readonly<Record<string, string>>;
type Values = Array<readonly [Labels, number]>;

function labelled(name: string, entries: ReadonlyArray<readonly [string, number]>): Values {
  return entries.map(([label, value]) => [{ [name]: label }, value]);
}

function lastBackup(hub: HubPort): Values {
  const at = hub.lastBackup();
  return at === null ? [] : [[{}, at / 1_000]];
}

function openTickets(state: State) {
  return [...state.tickets.values()].filter(({ endedAt }) => endedAt === null);
}

function byStation(state: State): Values {
  const counts = new Map<string, number>();
  for (const { versions } of openTickets(state)) {
    for (const station of Object.keys(versions)) counts.set(station, (counts.get(station) ?? 0) + 1);
  }
  return labelled('station', [...counts]);
}

function up(hub: HubPort, presence: Presence): Values {
  return labelled(
    'station',
    hub.config().config.stations.map(({ id }) => [id, presence.isUp(StationId.parse(id)) ? 1 : 0]),
  );
}

/** By name: of two tokens with one name the one further behind. */
function backlogs(hub: HubPort): Values {
  const names = new Map(hub.tokens.list().map(({ id, name }) => [id, name]));
  const behind = new Map<string, number>();
  for (const [tokenId, acked] of hub.feed.acknowledged()) {
    const name = names.get(tokenId);
    if (name === undefined) continue;
    behind.set(name, Math.max(behind.get(name) ?? 0, hub.state().seq - acked));
  }
  return labelled('token', [...behind]);
}
