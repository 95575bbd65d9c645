import type { Role } from '../../shared/domain/events/actor.ts';
import type { PersonFields } from '../../shared/domain/model/put.ts';
import type { Regular } from '../../shared/domain/model/regular.ts';
import type { Viewer } from './port.ts';

type Cut = (fields: PersonFields) => Partial<PersonFields>;

/** A cook calls a guest by the first name and reads what is meant for cooks; nothing else. */
const kitchen: Cut = ({ name, kitchenNotes }) => ({
  name: name?.trim().split(/\s+/u)[0] ?? null,
  ...(kitchenNotes ? { kitchenNotes } : {}),
});
/** The pass hands food over: to whom, with what in mind, where the car stands. */
const expo: Cut = ({ name, notes, courier, spot, kitchenNotes }) => ({
  name,
  notes,
  courier,
  spot,
  ...(kitchenNotes ? { kitchenNotes } : {}),
});
/** Whose profile it is goes to no program, and to a host only as what stands in it for this party. */
const everything: Cut = ({ guest: _, ...fields }) => fields;

const CUTS: Record<Role, Cut> = { kitchen, expo, host: everything, manager: everything };

/** Each sees all that the ones behind it see. */
const WIDEST_FIRST: readonly Role[] = ['manager', 'host', 'expo', 'kitchen'];

const RECEIVES: ReadonlySet<Role> = new Set(['host', 'manager']);

/** What this viewer may know of a person; a screen of several roles has the widest of them. `regular`: what is remembered of him. */
export function cutFor(
  viewer: Viewer,
  fields: PersonFields,
  regular: () => Regular | null = () => null,
): Partial<PersonFields> {
  if (viewer.kind === 'pos') return everything(fields);
  const widest = WIDEST_FIRST.find((role) => viewer.roles.includes(role));
  if (widest === undefined) return {};
  const known = RECEIVES.has(widest) ? regular() : null;
  return { ...CUTS[widest](fields), ...(known === null ? {} : { regular: known }) };
}
