import { parseArgs } from 'node:util';
import type { Story } from '../../shared/demo/night/planSaturday.ts';

/** What the service tells a process of the demo; the token comes as HEARD_TOKEN, which no list of processes shows. */
export interface DemoFlags {
  readonly url: string;
  readonly token: string;
  readonly seed: number;
  readonly covers: number;
  readonly speed: number;
  readonly night: Story;
  /** Where the till's account is written. */
  readonly account: string;
  readonly cooks: 'all' | 'help';
}

export function readDemoFlags(args: readonly string[]): DemoFlags {
  const text = { type: 'string' } as const;
  const options = {
    url: text,
    seed: text,
    covers: text,
    speed: text,
    night: text,
    account: text,
    cooks: text,
  };
  const { values } = parseArgs({ args: [...args], options, strict: true });
  return {
    url: values.url ?? 'http://127.0.0.1:4680',
    token: process.env.HEARD_TOKEN ?? '',
    seed: Number(values.seed ?? 1),
    covers: Number(values.covers ?? 120),
    speed: Number(values.speed ?? 1),
    night: values.night === 'hour' || values.night === 'saturday' ? values.night : 'full',
    account: values.account ?? 'account.json',
    cooks: values.cooks === 'help' ? 'help' : 'all',
  };
}
