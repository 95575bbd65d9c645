import type { PersonId } from '../../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';

/** First name and an initial: enough to call, too little to know a guest by. */
export function CustomerName({ customer }: { customer: PersonId | null }) {
  const port = usePort();
  const name = usePicture(() => (customer === null ? null : (port.personal(customer)?.name ?? null)));
  return name === null ? null : <b>{shortName(name)}</b>;
}

export function shortName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/u);
  const initial = rest.at(-1)?.[0];
  return initial === undefined ? first : `${first} ${initial}.`;
}
