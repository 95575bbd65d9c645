import { Random } from '../../../shared/demo/random.ts';
import { demoConfig, WINDOW_STATION } from '../../../shared/demo/restaurant/house.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { readDemoFlags } from '../demoFlags.ts';
import { endWithParent } from '../parent.ts';
import { CookScreen } from './CookScreen.ts';
import { ExpoCook } from './ExpoCook.ts';
import { SECOND_MS } from './press.ts';
import { StationCook } from './StationCook.ts';

/** The demo's cooks: one process, one screen a station and one at the pass. */
const HELP_AFTER_MS = 240 * SECOND_MS;

endWithParent();
const { url, token, seed, cooks } = readDemoFlags(process.argv.slice(2));
const screens = demoConfig.stations.map(({ id }, index) => {
  const isPersons = cooks === 'help' && id === WINDOW_STATION;
  const hand = new StationCook({
    station: StationId.parse(id),
    random: new Random(seed + index),
    onlyPastLateMs: isPersons ? HELP_AFTER_MS : null,
  });
  return new CookScreen({ url, token, station: id, hand, isVisible: !isPersons });
});
const hand = new ExpoCook(new Random(seed + screens.length));
screens.push(new CookScreen({ url, token, station: 'expo', hand, isVisible: true }));
process.on('SIGTERM', () => {
  for (const screen of screens) screen.close();
  process.exit(0);
});
