import { ListView } from './book/ListView.tsx';
import { TimelineView } from './book/TimelineView.tsx';
import { WaitlistView } from './book/WaitlistView.tsx';
import { FloorView } from './floor/FloorView.tsx';
import { useDesk } from './hostContext.ts';

/** The evening as the host wants to see it now. */
export function HostViewPane() {
  const { view } = useDesk();
  switch (view) {
    case 'floor':
      return <FloorView />;
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
