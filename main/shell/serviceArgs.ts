import { parseArgs } from 'node:util';

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ demo: flag, port: text, host: text, data: text, token: text },
  ...{ join: text, station: text },
  ...{ seed: text, covers: text, speed: text, cooks: text, door: text, night: text },
};

/** The service's flags among the words Electron was started with; the rest are Chromium's, or Electron's own. */
export function serviceArgs(argv: readonly string[]): string[] {
  const { values } = parseArgs({ args: [...argv], strict: false, options: OPTIONS });
  return Object.entries(values).flatMap(([name, value]) => {
    if (!Object.hasOwn(OPTIONS, name)) return [];
    return typeof value === 'string' ? [`--${name}`, value] : [`--${name}`];
  });
}

/** A station whose build is not its hub's opens the hub's own pages: they are at home here too. undefined: this device is the hub. */
export function hubOrigin(args: readonly string[]): string | undefined {
  const join = args[args.indexOf('--join') + 1];
  if (!args.includes('--join') || join === undefined) return undefined;
  return URL.parse(join.includes('://') ? join : `http://${join}`)?.origin;
}

/** The same flags with this port. */
export function withPort(args: readonly string[], port: string): string[] {
  const at = args.indexOf('--port');
  const others = at === -1 ? args : args.toSpliced(at, 2);
  return [...others, '--port', port];
}
