import { epochText } from '../../../../shared/protocol/screenMessages.ts';
import type { StandbyStanding, Whereabouts } from '../../../../shared/protocol/standbyMessages.ts';
import { FIXTURE_NOW } from '../../../support/boardFixtures.ts';
import type { Answers, HouseScene } from '../scenes.ts';
import { evening } from './night.ts';

const kitchen = '/kitchen/grill';
const address = 'http://192.168.178.120:4680';
const epoch = { n: 2, id: 'abc' };
const offer = '[data-testid=promote-offer]';
const yes = '[data-testid=promote-yes]';

const standing: StandbyStanding = {
  isStandby: true,
  state: 'away',
  obstacle: null,
  at: FIXTURE_NOW,
  seq: 4711,
  hubBuild: 'b1',
  build: 'b1',
  isPromoting: false,
};
const where: Whereabouts = {
  siteId: 'site',
  epoch,
  build: 'b1',
  isDeciding: true,
  proof: epochText(epoch),
  common: null,
  addresses: [address],
};
/** A pattern in the shape of a code; what stands in it is the hub's own affair. */
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path fill="#fff" d="M0 0h29v29H0z"/><path d="M4 4h7v7H4zM18 4h7v7h-7zM4 18h7v7H4zM14 14h3v3h-3z"/></svg>';

const promote = '/api/standby/promote';
const aStandby: Answers = { '/api/standby': { body: standing } };

const lost = (name: string, answers: Answers, steps: readonly string[] = []): HouseScene => ({
  name,
  screen: kitchen,
  link: 'lost',
  make: evening,
  answers: { ...aStandby, ...answers },
  steps,
});

const obstacle = (why: NonNullable<StandbyStanding['obstacle']>): Answers => ({
  '/api/standby': { body: { ...standing, obstacle: why } },
});

/** The change of a hub, on the screen of the standby and of the hub that was replaced. */
export const promotionScenes: readonly HouseScene[] = [
  lost('promote-offer', {}),
  lost('promote-other-build', obstacle('other_build')),
  lost('promote-no-key', obstacle('no_key')),
  lost('promote-question', {}, [offer]),
  lost('promote-working', { [promote]: 'never' }, [offer, yes]),
  lost('promote-failed', { [promote]: { status: 409, body: { ok: false } } }, [offer, yes]),
  lost(
    'promote-done',
    {
      [promote]: { status: 202, body: { ok: true } },
      '/api/where': { body: where },
      '/api/standby/code': { body: { url: `${address}${kitchen}#t=x`, address, svg } },
    },
    [offer, yes],
  ),
  {
    name: 'former-hub-line',
    screen: kitchen,
    make: evening,
    answers: { '/api/standby/former': { body: { toKeyIn: 3 } } },
  },
  {
    name: 'former-hub-line-expo',
    screen: '/expo',
    make: evening,
    answers: { '/api/standby/former': { body: { toKeyIn: 1 } } },
  },
];
