import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AskedProcess } from '../line/askedProcess.ts';
import type { Kitchen } from '../line/Kitchen.ts';
import { GlassLook, Order, Shown } from './messages.ts';

const GLASS = join(import.meta.dirname, 'glassProgram.ts');
const ORDERS = join(import.meta.dirname, 'ordersProgram.ts');
const LOOK_EVERY_MS = 250;

/** A screen whose glass shows all it has, with a cook before it. */
export class PaperGlass {
  readonly station: string;
  private readonly process: AskedProcess;

  constructor(
    setup: { url: string; token: string | null; station: string; bumpAfterMs?: number },
    namespace?: string,
  ) {
    this.station = setup.station;
    this.process = new AskedProcess(GLASS, { bumpAfterMs: 0, ...setup, name: setup.station }, namespace);
  }

  look(): Promise<GlassLook> {
    return this.process.ask('look', null, GlassLook);
  }

  link(): Promise<string> {
    return this.process.ask('link', null, z.string());
  }

  shown(): Promise<Shown> {
    return this.process.ask('shown', null, Shown);
  }

  /** False: the page stands still in front of a socket that answers. */
  async paint(isPainting: boolean): Promise<void> {
    await this.process.ask('paint', isPainting, z.unknown());
  }

  async rest(): Promise<void> {
    await this.process.ask('rest', null, z.unknown());
  }

  end(): Promise<void> {
    return this.process.end();
  }
}

/** A POS in a process of its own. */
export class PaperOrders {
  private readonly process: AskedProcess;

  constructor(setup: { url: string; token: string }, namespace?: string) {
    this.process = new AskedProcess(ORDERS, setup, namespace);
  }

  async open(everyMs: number): Promise<void> {
    await this.process.ask('open', everyMs, z.unknown());
  }

  async pause(): Promise<void> {
    await this.process.ask('pause', null, z.unknown());
  }

  /** Resolves when it is acknowledged. */
  async put(...stations: readonly string[]): Promise<void> {
    await this.process.ask('put', stations, z.unknown());
  }

  orders(): Promise<Order[]> {
    return this.process.ask('orders', null, z.array(Order));
  }

  end(): Promise<void> {
    return this.process.end();
  }
}

/** Until every screen equals the hub and every press and order is answered. Throws with how all stand. */
export async function equalGlasses(
  kitchen: Kitchen,
  glasses: readonly PaperGlass[],
  orders: PaperOrders,
  withinMs: number,
): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const hub = kitchen.hubStands();
    const looks = await Promise.all(glasses.map((glass) => glass.look()));
    const open = (await orders.orders()).filter(({ ackedAt }) => ackedAt === null).length;
    if (
      open === 0 &&
      looks.every((look) => look.digest === hub.digest && look.link === 'live' && look.waiting === 0)
    )
      return;
    if (Date.now() > end)
      throw new Error(`not equal: the hub at ${hub.seq}, ${open} orders open; ${JSON.stringify(looks)}`);
    await sleep(LOOK_EVERY_MS);
  }
}
