import { Random } from '../../../shared/demo/random.ts';
import { readDemoFlags } from '../demoFlags.ts';
import { endWithParent } from '../parent.ts';
import { CookScreen } from './CookScreen.ts';
import { HostHand } from './HostHand.ts';

/** The demo's host: a screen at the door, in a process of its own. */
const HOST_SEED = 0x1b873593;

endWithParent();
const { url, token, seed } = readDemoFlags(process.argv.slice(2));
const hand = new HostHand(new Random(seed ^ HOST_SEED));
const screen = new CookScreen({ url, token, station: null, hand, isVisible: true });
process.on('SIGTERM', () => {
  screen.close();
  process.exit(0);
});
