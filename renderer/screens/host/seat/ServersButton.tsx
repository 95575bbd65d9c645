import { useSpeech } from '../../../app/words.ts';
import { useDesk } from '../hostContext.ts';
import { HostAct } from './HostAct.tsx';

/** Who serves what, always at hand. */
export function ServersButton() {
  const { t } = useSpeech();
  const { open } = useDesk();
  return <HostAct name="servers" words={t('host.servers.button')} act={() => open({ kind: 'servers' })} />;
}
