import { z } from 'zod';
import { StationId } from '../../lib/ids.ts';

export const Role = z.enum(['kitchen', 'expo', 'host', 'manager']);
export type Role = z.infer<typeof Role>;

/** Who asked: a program with a token, a person at a screen, or the hub's own timed work. */
export const Actor = z.discriminatedUnion('kind', [
  /** `token` is the token's name as given by `token create --name`. */
  z.object({ kind: z.literal('pos'), token: z.string() }),
  z.object({
    kind: z.literal('screen'),
    roles: z.array(Role),
    station: StationId.nullable(),
    screen: z.string(),
  }),
  z.object({ kind: z.literal('house') }),
]);
export type Actor = z.infer<typeof Actor>;

/** What a page on the hub's own device is called while it needs no token; shown in the language of whoever reads it. */
export const THIS_DEVICE = 'this device';

/** The actor as an event keeps it: `pos:NAME`, `grill`, `expo`, `house`. Shown to people, never parsed. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'pos':
      return `pos:${actor.token}`;
    case 'screen':
      return actor.station ?? actor.roles[0] ?? 'screen';
    case 'house':
      return 'house';
    default:
      return actor satisfies never;
  }
}
