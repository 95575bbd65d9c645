import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { HubPort, SubmitRequest, SubmitResult } from '../../../main/hub/port.ts';
import { readPosRequest } from '../../../main/sync/posRequest.ts';
import type { Actor } from '../../../shared/domain/events/actor.ts';
import { outsideKey } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { cardRule } from '../../../shared/protocol/outside/cardRule.ts';
import { benchTicket, SOURCE, ticketId } from '../benchTicket.ts';
import { bumpOf, STATION } from '../screens/bumpOf.ts';

/** Tables that are eating or waiting at one moment: a big house. */
const OPEN = 100;
/** Every fifth table orders more. */
const ADD_ON_EVERY = 5;

const POS: Actor = { kind: 'pos', token: 'bench' };
const SCREEN: Actor = { kind: 'screen', roles: ['kitchen', 'expo'], station: STATION, screen: 'bench' };
const Refused = z.object({ ok: z.literal(false), code: z.string(), message: z.string() });

/** A house at work on a hub: about a hundred tables open, each put, shown, fired, cooked and gone. */
export class Kitchen {
  private readonly hub: HubPort;
  private commands = 0;
  private opened = 0;
  private finished = 0;

  constructor(hub: HubPort) {
    this.hub = hub;
  }

  /** `tables` new ones come, and as many are done where the house is full. */
  async serve(tables: number): Promise<void> {
    const coming = Array.from({ length: tables }, () => this.opened++);
    await this.all(coming, (n) => this.put(n, 1, 0));
    await this.all(coming, (n) => this.shown(n));
    await this.all(
      coming.filter((n) => n % ADD_ON_EVERY === 0),
      (n) => this.put(n, 2, 1),
    );
    await this.all(coming, (n) => this.bumped(n));
    await this.all(coming, (n) => this.fired(n));
    const going: number[] = [];
    while (this.opened - this.finished > OPEN) going.push(this.finished++);
    await this.all(going, (n) => this.bumped(n));
    // The scheduler, which closes what is long done, needs its turn.
    await turn();
  }

  private async all(numbers: readonly number[], act: (n: number) => Promise<unknown>): Promise<void> {
    await Promise.all(numbers.map(act));
  }

  private put(n: number, revision: number, addOns: number) {
    const openedAt = new Date(this.hub.now());
    const raw = cardRule(benchTicket(n, { openedAt, revision, addOns }));
    const reading = readPosRequest('ticket.put', raw, (text) => this.hub.digest(text));
    if (!reading.ok) throw new Error(`a bench ticket is invalid: ${JSON.stringify(reading.fields)}`);
    return this.submit(POS, reading.value.command);
  }

  private shown(n: number) {
    const { id, versions } = this.ticket(n);
    const refs = [{ ticket: id, version: versions[STATION] ?? 0 }];
    return this.submit(SCREEN, { type: 'receipt.report', station: STATION, listed: refs, painted: refs });
  }

  private fired(n: number) {
    return this.submit(POS, { type: 'course.fire', ticket: { source: SOURCE, id: ticketId(n) }, course: 2 });
  }

  /** All that is fired and not ready. */
  private bumped(n: number) {
    return this.submit(SCREEN, bumpOf(this.ticket(n), this.hub.state().seq));
  }

  private ticket(n: number): Ticket {
    const { tickets, ticketIndex } = this.hub.state();
    const id = ticketIndex.get(outsideKey(SOURCE, ticketId(n)))?.at(-1);
    const ticket = id === undefined ? undefined : tickets.get(id);
    if (ticket === undefined) throw new Error(`${ticketId(n)} is not open`);
    return ticket;
  }

  private async submit(actor: Actor, command: SubmitRequest['command']): Promise<SubmitResult> {
    this.commands += 1;
    const commandId = `bench-${this.commands}`;
    const result = await this.hub.submit({ commandId, actor, claimedAt: this.hub.now(), command });
    const refused = Refused.safeParse(result);
    if (refused.success)
      throw new Error(`${command.type} was refused: ${refused.data.code} ${refused.data.message}`);
    return result;
  }
}
