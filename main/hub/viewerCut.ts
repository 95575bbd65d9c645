import type { Role } from '../../shared/domain/events/actor.ts';
import type { PersonFields } from '../../shared/domain/model/put.ts';
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
const everything: Cut = (fields) => fields;

const CUTS: Record<Role, Cut> = { kitchen, expo, host: everything, manager: everything };

/** Each sees all that the ones behind it see. */
const WIDEST_FIRST: readonly Role[] = ['manager', 'host', 'expo', 'kitchen'];

/** What this viewer may know of a person; a screen of several roles has the widest of them. */
export function cutFor(viewer: Viewer, fields: PersonFields): Partial<PersonFields> {
  if (viewer.kind === 'pos') return fields;
  const widest = WIDEST_FIRST.find((role) => viewer.roles.includes(role));
  return widest === undefined ? {} : CUTS[widest](fields);
}
