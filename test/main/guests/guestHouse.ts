import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainCore } from '../../../main/hub/core.ts';
import type { HubOptions } from '../../../main/hub/openHub.ts';
import type { Command } from '../../../shared/domain/commands/command.ts';
import type { Actor } from '../../../shared/domain/events/actor.ts';
import type { Party } from '../../../shared/domain/model/party.ts';
import type { PersonFields } from '../../../shared/domain/model/put.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { bookings, host, partyContent, WITH_FLOOR } from '../../support/doorHouse.ts';
import { putContent } from '../../support/house.ts';
import { dataFolder, openTestHub } from '../hub/hubHarness.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Saturday 2026-03-07, six in the evening. */
export const EVENING = Date.UTC(2026, 2, 7, 18);
export const MANAGER = { by: 'host stand', roles: ['host', 'manager'] } as const;

type Said = Parameters<typeof partyContent>[0] & Partial<PersonFields>;

/** A real hub with a floor plan on a folder, whose clock the test moves, and whose bookings may say who they are. */
export class GuestHouse {
  readonly dataDir: string;
  readonly at = { now: EVENING, start: EVENING };
  private readonly options: Partial<HubOptions>;
  private open: ReturnType<typeof openTestHub>;
  private count = 0;

  constructor(config: object = {}, options: Partial<HubOptions> = {}) {
    this.dataDir = dataFolder();
    this.options = options;
    const file = { ...config, floor: WITH_FLOOR.floor };
    writeFileSync(join(this.dataDir, 'config.json'), JSON.stringify(file));
    this.open = this.opened();
  }

  get hub() {
    return this.open.hub;
  }

  /** The process ends, and another begins on the folder. */
  restart(meanwhile: () => void = () => undefined): void {
    this.stop();
    meanwhile();
    this.at.start = this.at.now;
    this.open = this.opened();
  }

  stop(): void {
    this.open.stop();
  }

  async say(command: Command, actor: Actor = host) {
    this.count += 1;
    const result = await this.hub.submit({
      commandId: `c-${this.at.now}-${this.count}`,
      actor,
      claimedAt: this.hub.now(),
      command,
    });
    if (!result.ok) throw new Error(`${command.type}: ${result.code} ${result.message}`);
    return result;
  }

  async book({ phone, email, consent, guestNotes, ...said }: Said): Promise<Party> {
    const content = partyContent({ at: this.at.now + HOUR, ...said });
    const person = {
      digest: canonicalJson([said.name, phone, email, consent, guestNotes]),
      fields: {
        name: said.name ?? 'Ana Ruiz',
        notes: null,
        courier: null,
        spot: null,
        phone: phone ?? null,
        email: email ?? null,
        ...(consent === undefined ? {} : { consent }),
        ...(guestNotes === undefined ? {} : { guestNotes }),
      },
    };
    const whole = { ...content, person };
    await this.say({ type: 'party.put', content: { ...whole, digest: canonicalJson(whole) } }, bookings);
    return this.party(said.id ?? 'r1');
  }

  party(id: string): Party {
    const found = [...this.hub.state().parties.values()].find(({ externalId }) => externalId === id);
    if (!found) throw new Error(`no party ${id}`);
    return found;
  }

  async seat(id: string, table: string) {
    const asked = { party: this.party(id).id, tables: [table], covers: null, server: null, seats: [] };
    await this.say({ type: 'party.seat', ...asked, reason: 'test', seen: this.hub.state().seq });
  }

  async leave(id: string) {
    await this.say({ type: 'party.finish', party: this.party(id).id, seen: this.hub.state().seq });
  }

  /** Comes, eats for so much and goes. */
  async dine(said: Said & { id: string; table?: string; cents?: number; comps?: number }) {
    const { table = '10', cents = 4_200, comps = 0, ...booking } = said;
    await this.book(booking);
    await this.seat(said.id, table);
    const ticket = `T-${said.id}`;
    await this.order(ticket, table);
    await this.pays(said.id, ticket, cents, comps);
    await this.leave(said.id);
    await this.say({ type: 'table.mark', table, state: 'clean', reason: null, until: null });
  }

  async order(id: string, table: string) {
    const content = putContent({ id, table, openedAt: this.at.now, items: [{ id: 'i1' }] });
    await this.say({ type: 'ticket.put', content }, { kind: 'pos', token: 'till' });
  }

  private async pays(id: string, ticket: string, totalCents: number, compsCents: number) {
    const check = {
      source: 'pos',
      externalId: `check-${id}`,
      state: 'closed',
      tickets: [ticket],
      covers: null,
      totalCents,
      compsCents,
      currency: 'EUR',
      at: this.at.now,
    };
    await this.say({ type: 'check.put', check }, { kind: 'pos', token: 'till' });
  }

  /** As a host's screen is told of it. */
  known(id: string) {
    return this.told(id, 'host');
  }

  told(id: string, role: 'kitchen' | 'expo' | 'host') {
    const { person } = this.party(id);
    if (person === null) throw new Error(`nobody is known of ${id}`);
    return this.hub.personal([person.personId], { kind: 'screen', roles: [role] })[person.personId];
  }

  private opened() {
    const clock = { wall: () => this.at.now, mono: () => this.at.now - this.at.start };
    return openTestHub({ dataDir: this.dataDir, core: domainCore, clock, ...this.options });
  }
}
