import type { KitchenLan } from '../../support/line/kitchenLan.ts';

/** What befalls a device's line. `deaf` hears nobody, `mute` is heard by nobody. */
export type Fault = 'pulled' | 'swallowed' | 'deaf' | 'mute' | 'narrow' | 'readdressed';

/** A socket of the product says lost after 5 s (`pingInterval` and `pingTimeout`): one cut stays below it, one goes beyond. */
export const SHORT_MS = 2_000;
export const LONG_MS = 6_500;
/** A board of some tickets takes a second over it. */
const NARROW_KBIT = 128;

/** Faults that end when they are called off. */
export const LASTING: readonly Fault[] = ['pulled', 'swallowed', 'deaf', 'mute', 'narrow'];

/** Begins it and gives its end. */
export function befall(lan: KitchenLan, device: string, fault: Fault): () => void {
  switch (fault) {
    case 'pulled':
      lan.pull(device);
      return () => lan.plugIn(device);
    case 'swallowed':
      lan.swallow(device);
      return () => lan.letThrough(device);
    case 'deaf':
      lan.swallow(device, ['in']);
      return () => lan.letThrough(device);
    case 'mute':
      lan.swallow(device, ['out']);
      return () => lan.letThrough(device);
    case 'narrow':
      lan.narrow(device, NARROW_KBIT);
      return () => lan.widen(device);
    case 'readdressed':
      lan.readdress(device);
      return () => undefined;
    default:
      return fault satisfies never;
  }
}
