import type { PersonId } from '../../../../shared/lib/ids.ts';
import { shortName } from '../../../../shared/lib/shortName.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';

/** As a cook calls a guest. */
export function CustomerName({ customer }: { customer: PersonId | null }) {
  const port = usePort();
  const name = usePicture(() => (customer === null ? null : (port.personal(customer)?.name ?? null)));
  return name === null ? null : <b>{shortName(name)}</b>;
}
