import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { PrinterConfig } from '../../../shared/config/printers.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import type { Modifier } from '../../../shared/domain/model/modifier.ts';
import type { PutContent } from '../../../shared/domain/model/put.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import type { ChitId, StationId } from '../../../shared/lib/ids.ts';
import { expo, grill, House, MINUTE, pos, putContent, type SaidTicket } from '../house.ts';

const dish = (id: string, name: string, es: string) => ({
  id,
  name,
  kitchenName: null,
  names: { es },
  stations: null,
  course: null,
  prepSeconds: null,
  allergens: null,
  counts: [],
  category: null,
  card: null,
});

const change = (id: string, name: string, es: string) => ({
  id,
  name,
  kitchenName: null,
  names: { es },
  kind: null,
  prepSeconds: null,
  allergens: null,
  removes: null,
  isInAllDay: false,
});

const CONFIG = {
  venue: { timeZone: 'Europe/Madrid' },
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
    { id: 'pastry', name: 'Pastry', state: 'closed', standIn: 'grill' },
  ],
  routes: [{ stations: ['grill'] }],
  pass: 'expo',
  printers: [{ id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' } }],
  paper: { printer: 'line' },
  posMenus: {
    pos: {
      revision: 1,
      digest: 'menu',
      items: [
        dish('ribeye', 'Ribeye 300 g', 'Chuletón 300 g'),
        dish('bass', 'Sea bass', 'Lubina'),
        dish('chicken', 'Half chicken', 'Medio pollo'),
        dish('burger', 'Smash burger', 'Hamburguesa smash'),
      ],
      modifiers: [
        change('rare', 'medium rare', 'poco hecho'),
        change('butter', 'butter', 'mantequilla'),
        change('capers', 'capers', 'alcaparras'),
      ],
    },
  },
};

export type Head = Partial<PutContent['head']>;
type Said = NonNullable<SaidTicket['items']>[number];

/** Where each dish of the menu is named by its id. */
export const RIBEYE = { name: 'Ribeye 300 g', menuItemId: 'ribeye' };
export const BASS = { name: 'Sea bass', menuItemId: 'bass' };
export const CHICKEN = { name: 'Half chicken', menuItemId: 'chicken' };
export const BURGER = { name: 'Smash burger', menuItemId: 'burger' };

export function item(id: string, face: Partial<Said>): Said {
  return { id, course: 1, ...face };
}

export function mod(
  kind: string | null,
  name: string,
  more: Partial<Pick<Modifier, 'id' | 'quantity' | 'modifiers' | 'allergens'>> = {},
): Modifier {
  return { id: null, name, kind, quantity: 1, allergens: null, removes: [], modifiers: [], ...more };
}

/** A kitchen whose grill has no screen: everything fired there goes on paper. */
export class ChitHouse extends House {
  constructor() {
    super(HouseConfig.parse(CONFIG));
  }

  put2(said: SaidTicket, head: Head = {}, voidReasons: Readonly<Record<string, string>> = {}): void {
    const { digest: _digest, ...plain } = putContent(said);
    const items = plain.items.map((one) => ({
      ...one,
      voidReason: voidReasons[one.externalId] ?? one.voidReason,
    }));
    const content = { ...plain, items, head: { ...plain.head, ...head } };
    const decision = this.run(
      { type: 'ticket.put', content: { ...content, digest: canonicalJson(content) } },
      pos,
    );
    if (!decision.ok) throw new Error(decision.message);
  }

  /** The grill's device gets a printer. */
  ownPrinter(name: string): void {
    const own = PrinterConfig.parse({
      id: 'own',
      name,
      station: grill,
      link: { kind: 'device', path: '/dev/usb/lp0' },
    });
    this.config = { ...this.config, printers: [...this.config.printers, own] };
  }

  /** The chits that are due now that no screen of the grill is there. */
  due(): Chit[] {
    const known = new Set(Object.keys(this.state.chits));
    this.tick({ speed: 1, downSince: (id) => (id === grill ? this.now - 2 * MINUTE : null) });
    return Object.values(this.state.chits).filter(({ id }) => !known.has(id));
  }

  oneDue(): Chit {
    const [chit, ...others] = this.due();
    if (chit === undefined || others.length > 0)
      throw new Error(`${others.length + 1} chits are due, not one`);
    return chit;
  }

  settle(chit: ChitId, outcome: 'printed' | 'unknown'): void {
    const sent = this.say({ type: 'chit.send', chit });
    this.now += 1_000;
    const settled = this.say({ type: 'chit.settle', chit, outcome, trouble: null });
    if (sent !== 'applied' || settled !== 'applied') throw new Error(`chit ${chit}: ${sent}, ${settled}`);
  }

  again(chit: ChitId): Chit {
    this.say({ type: 'chit.answer', chit, answer: 'again' }, expo);
    return this.lastChit();
  }

  copy(ticket: string, at: StationId = grill): Chit {
    this.say({ type: 'chit.ask', ticket: this.ticket(ticket).id, at }, expo);
    return this.lastChit();
  }

  lastChit(): Chit {
    const last = Object.values(this.state.chits)
      .sort((a, b) => a.number - b.number)
      .at(-1);
    if (last === undefined) throw new Error('no chit was asked for');
    return last;
  }
}
