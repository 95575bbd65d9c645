import { ListView } from './book/ListView.tsx';
import { PartyList } from './book/PartyList.tsx';
import { TimelineView } from './book/TimelineView.tsx';
import { WaitlistView } from './book/WaitlistView.tsx';
import { useDesk } from './hostContext.ts';

/** The evening as the host wants to see it now. */
export function HostViewPane() {
  const { view } = useDesk();
  switch (view) {
    case 'floor':
      return <PartyList />;
    case 'list':
      return <ListView />;
    case 'timeline':
      return <TimelineView />;
    case 'waitlist':
      return <WaitlistView />;
    default:
      return view satisfies never;
  }
}
