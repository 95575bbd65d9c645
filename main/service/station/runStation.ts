import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { THIS_DEVICE } from '../../../shared/domain/events/actor.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { RovingLine } from '../../../shared/sync/rovingLine.ts';
import type { Timers } from '../../../shared/sync/timers.ts';
import { speakFrom } from '../../languages/spoken.ts';
import { takeLanguages } from '../../languages/takeLanguages.ts';
import { Station } from '../../station/Station.ts';
import { openStationStore } from '../../store/openStation.ts';
import { hubLine } from '../../sync/hubLine.ts';
import { attachScreens, type ScreenBinding } from '../../sync/screens.ts';
import { createSocketServer } from '../../sync/socketServer.ts';
import { HubFinder } from '../discovery/HubFinder.ts';
import { gate } from '../gate.ts';
import { listen } from '../listen.ts';
import { OwnAddresses } from '../ownAddresses.ts';
import { deviceAddresses } from '../setup/addresses.ts';
import { FormerDesk } from '../standby/FormerDesk.ts';
import { StandbyDevice } from '../standby/StandbyDevice.ts';
import { isThisDevice } from '../whoAsks.ts';
import type { JoinWish } from './joinWish.ts';
import { openOwnPaper } from './openOwnPaper.ts';
import { StationPictures } from './StationPictures.ts';
import { createStationApp } from './stationApp.ts';

/** A station has no tokens of its own: it serves the device it runs on, other tablets open the hub. */
const LOOPBACK = '127.0.0.1';
const EXPO = 'expo';

const timers: Timers = {
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface StationServiceOptions {
  readonly wish: JoinWish;
  readonly dataDir: string;
  readonly port: number;
  readonly rendererDir: string;
  readonly build: string;
  /** Makes this device the hub; null where it cannot be. */
  readonly promote: (() => void) | null;
  readonly logger: Logger;
}

export interface StationService {
  readonly url: string;
  readonly port: number;
  /** Of the log it follows; empty before it has met its hub. */
  readonly epoch: string;
  stop(): Promise<void>;
}

/** A station with its edges, listening; the hub may come later. Throws what a person must be told as `Refusal` or `Complaint`. */
export async function runStation(options: StationServiceOptions): Promise<StationService> {
  const { wish, dataDir, port, rendererDir, build, promote, logger: log } = options;
  const { hubUrl, token } = wish;
  speakFrom(dataDir);
  const store = openStationStore(dataDir, ({ aside, presses }) =>
    log.error(
      { aside, presses },
      'the file of this station is damaged; it is set aside, and all but presses that waited comes from the hub',
    ),
  );
  const tell = troubleTeller(log, hubUrl);
  const lineTo = (address: string) =>
    hubLine(address, token, (trouble) => {
      // Of the places where a hub may be, most are silent most of the time.
      if (address !== hubUrl && trouble !== null && trouble !== 'unauthorized') return;
      tell(trouble);
      station.lineTold(trouble);
      if (trouble !== null) return;
      void takeLanguages(address, dataDir, log);
      pictures.lookAgain();
    });
  const line = new RovingLine({ home: hubUrl, lineTo, timers });
  const pictures = new StationPictures({ dataDir, hubUrl: () => line.address, token, log });
  let takenPort = port;
  const standby = new StandbyDevice({
    dataDir,
    hubUrl,
    token,
    build,
    timers,
    log,
    isOnNetwork: isOnNetwork(hubUrl),
    port: () => takenPort,
  });
  let hubs: readonly string[] = [];
  const setHubs = (said: readonly string[]): void => {
    hubs = said;
    const own = [`http://${LOOPBACK}:${takenPort}`, ...deviceAddresses(takenPort, [])];
    const others = said.filter((address) => !own.includes(address));
    line.setOthers(others);
    standby.setHubs(others);
  };
  let screens: ScreenBinding | null = null;
  const station = new Station({
    store,
    build,
    timers,
    log,
    socket: line,
    onHubs: setHubs,
    station: wish.station,
    wall: Date.now,
    newId: randomUUID,
    isVisible: () => screens?.presence.isUp(wish.station) ?? false,
    stationsInSight: () => screens?.presence.visible() ?? [],
  });
  const paper = openOwnPaper({ station, store, id: wish.station, timers, log });
  const home = wish.station === EXPO ? '/expo' : `/kitchen/${wish.station}`;
  const app = await createStationApp({
    station,
    paper,
    log,
    rendererDir,
    home,
    hubUrl: () => line.address,
    token,
    pictures,
    standing: () => standby.standing(),
    former: new FormerDesk(dataDir, log),
    promote,
  });
  const { server } = app;
  const own = new OwnAddresses(
    () => LOOPBACK,
    () => [],
  );
  const io = createSocketServer(server, (request) => own.isWelcome(request));
  screens = attachScreens(io, {
    source: station,
    authenticate: (handshake) => (isThisDevice(handshake) ? windowOf(station) : null),
    // Its windows have no tokens that could die.
    onRevoked: () => () => undefined,
    onThrown: (problem) => log.error({ err: problem }, 'a screen message could not be handled'),
  });
  const binding = screens;
  station.onAside(() => binding.greetAgain());
  const lookAtConfig = (): void => {
    const { config, version } = station.config();
    standby.look(config);
    // Before a house is known nothing is said about its rooms.
    if (version > 0) pictures.look(config);
  };
  station.onCommitted(lookAtConfig);
  station.onNews(lookAtConfig);
  lookAtConfig();
  gate(server, (request) => own.isWelcome(request));
  // A hub on this very device is on no network.
  const finder = isOnNetwork(hubUrl)
    ? new HubFinder({
        siteId: () => station.siteId,
        lostForMs: () => station.ageMs(),
        onFound: (addresses) => setHubs([...new Set([...hubs, ...addresses])]),
        log,
      })
    : null;
  const stop = async (): Promise<void> => {
    finder?.stop();
    await paper.stop();
    binding.close();
    station.stop();
    standby.stop();
    line.close();
    const closing = Promise.all([app.close(), io.close()]);
    server.closeAllConnections();
    await closing;
    store.close();
  };
  try {
    takenPort = await listen(server, LOOPBACK, port);
    setHubs(hubs.length > 0 ? hubs : store.hubs());
    await station.start();
    await paper.start();
    line.open();
    const epoch = station.epoch.id === '' ? '' : epochText(station.epoch);
    return { url: `http://${LOOPBACK}:${takenPort}`, port: takenPort, epoch, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isOnNetwork(hubUrl: string): boolean {
  return !isThisDevice({ address: new URL(hubUrl).hostname, headers: {} });
}

/** A window of this device has the roles the hub gave to the station, as they are when it asks. */
function windowOf(station: Station) {
  return {
    get roles() {
      return station.roles();
    },
    get screenName() {
      return station.screenName() ?? THIS_DEVICE;
    },
    tokenId: null,
  };
}

/** Says a change once: a hub that is away is tried again every two seconds. */
function troubleTeller(log: Logger, hubUrl: string): (message: string | null) => void {
  let last: string | null = null;
  return (message) => {
    if (message === last) return;
    last = message;
    if (message === null) log.info({ hubUrl }, 'connected to the hub');
    else if (message === 'unauthorized')
      log.error({ hubUrl }, 'the hub does not know the token of this station');
    else log.warn({ hubUrl, why: message }, 'the hub cannot be reached');
  };
}
