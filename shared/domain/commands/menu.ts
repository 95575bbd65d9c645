import { compareSaid } from './availability.ts';
import type { CommandOf } from './command.ts';
import { type Draft, settledAs } from './draft.ts';
import type { Decision } from './outcome.ts';

/** The menu as a source puts it is part of the configuration: a new version of it, in the same transaction. */
export function putMenu(draft: Draft, command: CommandOf<'menu.put'>): Decision {
  const { config } = draft.ctx;
  const { source, menu } = command;
  const known = config.posMenus[source];
  const order = known ? compareSaid(known, menu) : 'newer';
  if (order !== 'newer') return settledAs(draft, order, null);
  draft.configure({ ...config, posMenus: { ...config.posMenus, [source]: menu } });
  return draft.done(null);
}
