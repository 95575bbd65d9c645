import { PartyList } from './book/PartyList.tsx';
import { useDesk } from './hostContext.ts';

/** The evening as the host wants to see it now. */
export function HostViewPane() {
  const { view } = useDesk();
  switch (view) {
    case 'floor':
    case 'list':
    case 'timeline':
    case 'waitlist':
      return <PartyList />;
    default:
      return view satisfies never;
  }
}
