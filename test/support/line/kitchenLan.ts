import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallDebianPackages, DEBIAN_PACKAGES, ensureDebianPackages } from '../apt.ts';

/** Root on Debian only; others cannot make a network. */
export const canMakeKitchenLan = canInstallDebianPackages;

const SUBNET = '10.99.8';
/** What ties a namespace's own /etc/hosts to it (`ip-netns`). */
const ETC = '/etc/netns';

interface Host {
  readonly namespace: string;
  readonly port: string;
  address: string;
}

/**
 * Devices of a kitchen on one switch: a network namespace each, and a bridge. Cables are pulled at the switch, so that the device sees its
 * carrier go and the others see nothing; a firewall swallows packets without a word; a narrow line queues and drops. Delay, loss and
 * reordering of single packets this kernel cannot do (no netem): see `LineProxy`.
 */
export class KitchenLan {
  private readonly hosts = new Map<string, Host>();
  private readonly switchName: string;
  private readonly names = new Map<string, string>();
  private lastAddress = 0;

  private constructor(names: readonly string[]) {
    const id = process.pid.toString(36);
    this.switchName = `heard-sw-${id}`;
    this.ip('netns', 'add', this.switchName);
    this.inSwitch('link', 'add', 'br0', 'type', 'bridge');
    this.inSwitch('link', 'set', 'br0', 'up');
    for (const name of names) this.add(name, `heard-${name}-${id}`);
  }

  static async make(names: readonly string[]): Promise<KitchenLan> {
    await ensureDebianPackages(DEBIAN_PACKAGES.cables);
    return new KitchenLan(names);
  }

  namespace(name: string): string {
    return this.host(name).namespace;
  }

  address(name: string): string {
    return this.host(name).address;
  }

  pull(name: string): void {
    this.inSwitch('link', 'set', this.host(name).port, 'down');
  }

  plugIn(name: string): void {
    this.inSwitch('link', 'set', this.host(name).port, 'up');
  }

  /** Nothing says that it is swallowed. `in`: the device hears nobody; `out`: nobody hears it. */
  swallow(name: string, ways: ReadonlyArray<'in' | 'out'> = ['in', 'out']): void {
    const nft = (...args: string[]) => this.on(name, 'nft', ...args);
    nft('add', 'table', 'inet', 'heard');
    for (const way of ways) {
      const hook = way === 'in' ? 'input' : 'output';
      nft('add', 'chain', 'inet', 'heard', way, `{ type filter hook ${hook} priority 0 ; }`);
      // Its own loopback lives on.
      nft('add', 'rule', 'inet', 'heard', way, way === 'in' ? 'iifname' : 'oifname', '!=', 'lo', 'drop');
    }
  }

  letThrough(name: string): void {
    this.on(name, 'nft', 'delete', 'table', 'inet', 'heard');
  }

  /** What the switch sends to this device queues behind so much a second, and is dropped when the queue is full. */
  narrow(name: string, kbit: number): void {
    const shape = ['rate', `${kbit}kbit`, 'burst', '4kb', 'latency', '400ms'];
    const args = [
      '-n',
      this.switchName,
      'qdisc',
      'add',
      'dev',
      this.host(name).port,
      'root',
      'tbf',
      ...shape,
    ];
    execFileSync('tc', args, { stdio: 'pipe' });
  }

  widen(name: string): void {
    const args = ['-n', this.switchName, 'qdisc', 'del', 'dev', this.host(name).port, 'root'];
    execFileSync('tc', args, { stdio: 'pipe' });
  }

  /** The router gives the device another address; what is under way on the old one is never told. */
  readdress(name: string): void {
    const host = this.host(name);
    const next = this.nextAddress();
    this.ip('-n', host.namespace, 'addr', 'del', `${host.address}/24`, 'dev', 'eth0');
    this.ip('-n', host.namespace, 'addr', 'add', `${next}/24`, 'dev', 'eth0');
    host.address = next;
    this.writeNames();
  }

  /** Every device finds `device` under `name`, at whatever address it has. */
  callIt(device: string, name: string): void {
    this.names.set(name, device);
    this.writeNames();
  }

  remove(): void {
    for (const { namespace } of this.hosts.values()) {
      this.ip('netns', 'del', namespace);
      rmSync(join(ETC, namespace), { recursive: true, force: true });
    }
    this.ip('netns', 'del', this.switchName);
  }

  private add(name: string, namespace: string): void {
    const address = this.nextAddress();
    const host: Host = { namespace, address, port: `p${this.hosts.size}` };
    this.hosts.set(name, host);
    this.ip('netns', 'add', namespace);
    const far = ['peer', 'name', 'eth0', 'netns', namespace];
    this.ip('link', 'add', host.port, 'netns', this.switchName, 'type', 'veth', ...far);
    this.inSwitch('link', 'set', host.port, 'master', 'br0', 'up');
    this.ip('-n', namespace, 'link', 'set', 'lo', 'up');
    this.ip('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    this.ip('-n', namespace, 'link', 'set', 'eth0', 'up');
  }

  /** In place: what runs in a namespace sees the file it was started with. */
  private writeNames(): void {
    const lines = [...this.names].map(([name, device]) => `${this.address(device)} ${name}`);
    const text = ['127.0.0.1 localhost', ...lines, ''].join('\n');
    for (const { namespace } of this.hosts.values()) {
      mkdirSync(join(ETC, namespace), { recursive: true });
      writeFileSync(join(ETC, namespace, 'hosts'), text);
    }
  }

  private nextAddress(): string {
    this.lastAddress += 1;
    return `${SUBNET}.${this.lastAddress}`;
  }

  private host(name: string): Host {
    const host = this.hosts.get(name);
    if (!host) throw new Error(`there is no ${name} on this network`);
    return host;
  }

  private on(name: string, program: string, ...args: string[]): void {
    this.ip('netns', 'exec', this.namespace(name), program, ...args);
  }

  private inSwitch(...args: string[]): void {
    this.ip('-n', this.switchName, ...args);
  }

  private ip(...args: string[]): void {
    execFileSync('ip', args, { stdio: 'pipe' });
  }
}
