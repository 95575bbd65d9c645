import { networkInterfaces } from 'node:os';
import bonjour from 'bonjour-service';
import type { Logger } from 'pino';
import { z } from 'zod';
import { epochOf } from '../../../shared/protocol/epochOrder.ts';
import { type Epoch, epochText } from '../../../shared/protocol/screenMessages.ts';

/** `_heard._tcp` (RFC 6763). */
const TYPE = 'heard';
/** An answer may be lost, and who comes later says so once: asked again at this pace. */
const ASK_AGAIN_MS = 5_000;
/** A name on the network is at most 63 bytes (RFC 6763 section 4.1.1), and each of a restaurant's its own. */
const NAME_CHARACTERS = 12;

export interface Advert {
  readonly siteId: string;
  readonly epoch: Epoch;
  readonly role: 'hub' | 'standby';
  readonly build: string;
  readonly port: number;
}

export interface Found extends Omit<Advert, 'port'> {
  /** Where it is reached, `http://192.168.1.20:4680`. */
  readonly addresses: readonly string[];
}

const Txt = z.object({
  site: z.string(),
  epoch: z.string(),
  role: z.enum(['hub', 'standby']),
  build: z.string(),
});

/** What a hub or a standby says of itself on its networks. Nothing rests on it: an advert anybody can make. Returns the way to stop. */
export function advertise({ siteId, epoch, role, build, port }: Advert, log: Logger): () => void {
  const txt = { site: siteId, epoch: epochText(epoch), role, build };
  const name = `Heard ${role} ${siteId.slice(0, NAME_CHARACTERS)} ${port}`;
  const stops = speakers(log).map((speaker) => {
    // Without asking first whether the name is free: that takes a second, and it is nobody else's.
    speaker.publish({ name, type: TYPE, port, txt, probe: false });
    return () => speaker.unpublishAll(() => speaker.destroy());
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Whoever is on the networks now and comes later. Returns the way to stop. */
export function browse(onFound: (found: Found) => void, log: Logger): () => void {
  const stops = speakers(log).map((speaker) => {
    const browser = speaker.find({ type: TYPE }, (other) => {
      const found = readAdvert(other);
      if (found !== null) onFound(found);
    });
    const timer = setInterval(() => browser.update(), ASK_AGAIN_MS);
    timer.unref();
    return () => {
      clearInterval(timer);
      browser.stop();
      speaker.destroy();
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}

interface Heard {
  readonly txt?: unknown;
  readonly addresses?: readonly string[];
  readonly referer?: { readonly address: string };
  readonly port: number;
}

function readAdvert(heard: Heard): Found | null {
  const txt = Txt.safeParse(heard.txt);
  const epoch = txt.success ? epochOf(txt.data.epoch) : null;
  if (!txt.success || epoch === null) return null;
  const { site: siteId, role, build } = txt.data;
  return { siteId, epoch, role, build, addresses: addressesOf(heard) };
}

/** Of version 4 alone: one of version 6 that is good on one network only cannot be written into an address that a page opens. */
function addressesOf(service: Heard): string[] {
  const own = service.referer === undefined ? [] : [service.referer.address];
  const all = [...new Set([...own, ...(service.addresses ?? [])])];
  return all
    .filter((address) => /^[\d.]+$/u.test(address))
    .map((address) => `http://${address}:${service.port}`);
}

/**
 * One for each network of this device: left to itself the system sends multicast to the network of the default route alone, and a house
 * without the internet has none. None where nobody may listen: addresses that are told are enough.
 */
function speakers(log: Logger): Array<InstanceType<typeof bonjour.Bonjour>> {
  const warn = (problem: unknown) =>
    log.warn({ err: problem }, 'mDNS does not work on a network of this device');
  const options = Object.values(networkInterfaces())
    .flat()
    .flatMap((face) => (face && !face.internal && face.family === 'IPv4' ? [face.address] : []))
    // Bound to its own address a socket would hear no multicast. These go on to multicast-dns, whose options the types do not have.
    .map((address): object => ({ interface: address, bind: '0.0.0.0' }));
  return options.flatMap((one) => {
    try {
      return [new bonjour.Bonjour(one, warn)];
    } catch (problem) {
      warn(problem);
      return [];
    }
  });
}
