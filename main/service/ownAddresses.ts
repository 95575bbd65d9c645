import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
/** Where Socket.IO listens. */
const LINE = '/socket.io/';
const EVERY_ADDRESS = ['0.0.0.0', '::'];
/** A new lease of the router is noticed by then, and a burst of requests asks the system once. */
const INTERFACES_LAST_MS = 5000;

/**
 * Whether a request means this device. A page of another site may send requests here (its `Origin` tells), and may even make a name of its
 * own point here (its `Host` tells: DNS rebinding). Programs send no origin and are told apart by their token.
 */
export class OwnAddresses {
  /** Where the service listens now. */
  private readonly bound: () => string;
  /** Names a person has added to the configuration. */
  private readonly configured: () => readonly string[];
  private readonly sisters: () => readonly string[];
  private names: ReadonlySet<string> = new Set();
  private namesAt = Number.NEGATIVE_INFINITY;
  private namesOf: string | null = null;

  /** `sisters`: the origins of other hubs of this site. */
  constructor(
    bound: () => string,
    configured: () => readonly string[],
    sisters: () => readonly string[] = () => [],
  ) {
    this.bound = bound;
    this.configured = configured;
    this.sisters = sisters;
  }

  isWelcome(request: IncomingMessage): boolean {
    const host = request.headers.host?.toLowerCase();
    if (host === undefined || !this.isOwn(nameOf(host))) return false;
    const { origin } = request.headers;
    if (origin === undefined || this.isOwnOrigin(origin, host, request.socket.localPort)) return true;
    // A page of a hub whose place this one took, or may take: only to its line, where it must show that it was let in there.
    return (request.url ?? '').startsWith(LINE) && this.sisters().includes(origin);
  }

  /** Every origin that a page of this device may have. */
  origins(port: number): string[] {
    return [...this.current(), ...this.configured()].map((name) => `http://${name}:${port}`);
  }

  /** A page of ours has the address it was asked for by, or another name of this device with our port. */
  private isOwnOrigin(origin: string, host: string, port: number | undefined): boolean {
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    if (page.protocol !== 'http:' && page.protocol !== 'https:') return false;
    return this.isOwn(page.hostname) && (page.host === host || page.port === String(port));
  }

  private isOwn(name: string | null): boolean {
    if (name === null) return false;
    return this.current().has(name) || this.configured().some((own) => own.toLowerCase() === name);
  }

  private current(): ReadonlySet<string> {
    const now = performance.now();
    const bound = this.bound();
    if (bound !== this.namesOf || now - this.namesAt > INTERFACES_LAST_MS) {
      this.names = new Set([...LOOPBACK_NAMES, ...machineNames(), ...boundAddresses(bound)]);
      this.namesAt = now;
      this.namesOf = bound;
    }
    return this.names;
  }
}

/** The name in `name:port` or `[address]:port`; null when it is neither. */
function nameOf(host: string): string | null {
  return /^(?<name>\[[0-9a-f:.]+\]|[^:/@\s]+)(?::\d{1,5})?$/u.exec(host)?.groups?.name ?? null;
}

function machineNames(): string[] {
  const name = hostname().toLowerCase();
  const [first = name] = name.split('.');
  return [name, `${first}.local`];
}

function boundAddresses(bound: string): string[] {
  if (!EVERY_ADDRESS.includes(bound)) return [bracketed(bound.toLowerCase())];
  return Object.values(networkInterfaces())
    .flat()
    .flatMap((face) => (face ? [bracketed(face.address.toLowerCase())] : []));
}

/** As addresses of version 6 stand in a URL. */
export function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
