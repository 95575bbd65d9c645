import { printSpeech } from '../../main/printing/printWords.ts';
import { hearAllergies } from '../../renderer/screens/board/tileCommands.ts';
import { chitContent } from '../../shared/chits/chitContent.ts';
import { layOut } from '../../shared/chits/layOut.ts';
import { layoutText } from '../../shared/chits/layoutText.ts';
import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import { allergyPlates, checkedPlate } from '../../shared/domain/selectors/allergyPlates.ts';
import { expoTile } from '../../shared/domain/selectors/expoTile.ts';
import { stationTile } from '../../shared/domain/selectors/stationTile.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import { fry, grill, type SaidTicket } from './house.ts';
import { MemoryHub } from './memoryHub.ts';
import { type Screen, SyncBench, station } from './syncBench.ts';

const CONFIG = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  pass: 'expo',
  printers: [{ id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' } }],
  paper: { printer: 'line' },
});

type Press<T extends ScreenCommand['type']> = Extract<ScreenCommand, { type: T }>;

/** Two stations, a pass and a printer behind the real sync: each presses what stands on its own glass, as its screen would. */
export class AllergyKitchen {
  private readonly bench = new SyncBench();
  private readonly screens = new Map<string, Screen>();

  static async open(): Promise<AllergyKitchen> {
    const kitchen = new AllergyKitchen();
    const { bench } = kitchen;
    bench.replaceHub(new MemoryHub(bench.timers, 'site', CONFIG));
    for (const id of [grill, fry]) kitchen.screens.set(id, await bench.live({ station: id }));
    const expo = await bench.live({ station: station('expo'), roles: ['expo'] });
    kitchen.screens.set('expo', expo);
    return kitchen;
  }

  async put(said: SaidTicket): Promise<void> {
    this.bench.hub.put(said);
    await this.bench.settle();
  }

  /** The answer at the hub: an outcome, or the code of its refusal. */
  async press(at: string, command: ScreenCommand | null): Promise<string> {
    const screen = this.screens.get(at);
    if (!screen || !command) return 'nothing to press';
    const { result } = screen.client.press(command);
    await this.bench.settle();
    const settled = await result;
    if (settled.state === 'refused') return settled.code;
    return settled.state === 'decided' ? settled.outcome : settled.state;
  }

  /** HEARD, as the tile of `of` offers it, pressed at `at`. */
  hear(of: StationId, at: StationId = of): Promise<string> {
    const tile = this.tile(of);
    return this.press(at, tile && hearAllergies(tile, { station: of, seen: this.seen(at) }));
  }

  /** BUMP of all its food, also where its tile offers HEARD in its place: what a replayed press would say. */
  bump(at: StationId): Promise<string> {
    const [ticket] = this.view(at).tickets.values();
    if (!ticket) throw new Error(`nothing at ${at}`);
    const portions = ticket.items
      .filter(({ stations }) => stations.includes(at))
      .map(({ id }) => ({ item: id, batch: 1, quantity: 1 }));
    const about = { ticket: ticket.id, station: at, seen: this.seen(at) };
    return this.press(at, { type: 'ticket.bump', ...about, portions, voids: [], changes: [] });
  }

  /** Expo's RUN of all that is on its way, ready or not; `isChecked`: ALLERGY PLATES CHECKED. */
  run(isChecked: boolean): Promise<string> {
    const { ticket, lines } = this.atPass();
    const portions = lines.flatMap((line) =>
      line.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
    );
    const plates = isChecked ? allergyPlates(ticket, lines).map(checkedPlate) : [];
    const run = { type: 'course.run', ticket: ticket.id, course: 1, anyway: true } as const;
    return this.press('expo', { ...run, portions, plates, seen: this.seen('expo') });
  }

  /** Every STOP, conflict and question on expo's glass, answered. */
  async answer(how: Press<'conflict.answer'>['answer'] = 'made_without'): Promise<string[]> {
    const { ticket, tile, lines } = this.atPass();
    const seen = this.seen('expo');
    const about = { ticket: ticket.id, seen } as const;
    const answers = lines.flatMap((line): ScreenCommand[] =>
      line.portions.flatMap(({ item, batch }): ScreenCommand[] => [
        ...line.allergies
          .filter(({ needsAnswer }) => needsAnswer)
          .map(({ key: allergy }) => ({
            type: 'conflict.answer' as const,
            ...about,
            item,
            allergy,
            answer: how,
          })),
        ...(line.stops.length > 0
          ? [{ type: 'stop.answer' as const, ...about, item, batch, answer: 'carry_on' as const }]
          : []),
      ]),
    );
    const asked = [...tile.possible, ...lines.flatMap(({ possible }) => possible)];
    const said = asked.map(
      ({ id: question }): ScreenCommand => ({
        type: 'possible.answer',
        ...about,
        question,
        answer: 'allergy',
      }),
    );
    const outcomes: string[] = [];
    for (const command of [...said, ...answers]) outcomes.push(await this.press('expo', command));
    return outcomes;
  }

  /** What the printer would be sent for a station now, as one text. */
  async chit(at: StationId): Promise<string> {
    const { ticket } = this.atPass();
    const asked = await this.press('expo', { type: 'chit.ask', ticket: ticket.id, at });
    const chit = Object.values(this.bench.hub.state().chits).at(-1);
    if (!chit) throw new Error(`no chit was made: ${asked}`);
    const content = chitContent(this.bench.hub.state(), chit, {
      config: CONFIG,
      language: 'en',
      nameOf: () => null,
    });
    const lines = layOut(content, { columns: 48, speech: printSpeech('en', CONFIG.venue.timeZone) });
    return layoutText(lines, 48).join('\n').replace(/\s+/gu, ' ');
  }

  log(type: string): unknown[] {
    return this.bench.hub.eventsAfter(0, 10_000).filter((event) => event.type === type);
  }

  private tile(at: StationId) {
    const [ticket] = this.view(at).tickets.values();
    return ticket ? stationTile(ticket, at, CONFIG) : null;
  }

  private atPass() {
    const state = this.view('expo');
    const [ticket] = state.tickets.values();
    const tile = ticket && expoTile(ticket, CONFIG, state);
    if (!ticket || !tile) throw new Error('nothing at the pass');
    const lines = tile.lines.filter(({ state: at }) => at === 'fired' || at === 'started' || at === 'ready');
    return { ticket, tile, lines };
  }

  private view(at: string) {
    const screen = this.screens.get(at);
    if (!screen) throw new Error(`nobody stands at ${at}`);
    return screen.client.view();
  }

  private seen(at: string): number {
    return this.view(at).seq;
  }
}
