import { chitContent } from '../../shared/chits/chitContent.ts';
import type { ChitDish } from '../../shared/chits/content.ts';
import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import { grill, House, type SaidTicket } from './house.ts';

const SECOND = 1_000;
const CONFIG = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  printers: [{ id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' } }],
  paper: { printer: 'line' },
  pass: 'expo',
};

/** A grill without a screen; what comes due is printed at once. */
export class PaperGrill {
  readonly house = new House(HouseConfig.parse(CONFIG));

  put(said: SaidTicket): void {
    this.house.now += SECOND;
    this.house.put(said);
  }

  /** The chits that came out now, as `- Burger (held)`. */
  print(): string[][] {
    return this.send().map((chit) => this.finish(chit));
  }

  send(): Chit[] {
    const { house } = this;
    house.tick({ speed: 1, downSince: (station) => (station === grill ? 1 : null) });
    return Object.values(house.state.chits)
      .filter(({ state }) => state === 'queued')
      .flatMap(({ id }) => {
        if (house.say({ type: 'chit.send', chit: id }) !== 'applied')
          throw new Error(`chit ${id} is not sent`);
        const chit = house.state.chits[id];
        return chit === undefined || chit.state === 'dropped' ? [] : [chit];
      });
  }

  finish(chit: Chit): string[] {
    const { house } = this;
    const context = { config: house.config, language: 'en', nameOf: () => null, alsoAt: null };
    const content = chitContent(house.state, chit, context);
    house.now += SECOND;
    house.say({ type: 'chit.settle', chit: chit.id, outcome: 'printed', trouble: null });
    return content.tickets.flatMap(({ title, courses }) =>
      courses.flatMap(({ dishes }) => dishes.map((dish) => `${title}: ${lineOf(dish)}`)),
    );
  }
}

function lineOf({ delta, quantity, name, left, wasAt }: ChitDish): string {
  const why = left === null ? '' : ` (${[left.why, ...left.at].join(' ')})`;
  const was = wasAt === null ? '' : ` (was ${wasAt.title}, chit ${wasAt.number})`;
  return `${delta ?? ' '} ${quantity} ${name}${why}${was}`;
}
