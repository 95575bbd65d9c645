import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { rotation } from '../../../../shared/domain/selectors/rotation.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { Choices } from '../../keying/Choices.tsx';
import { useDesk } from '../hostContext.ts';

/** Whoever is known as a server tonight, as one string: the same while nobody comes or goes. */
export function serversKnown(state: State, config: HouseConfig): string {
  return rotation(state, config)
    .map(({ server }) => server)
    .sort()
    .join('\0');
}

/** Who serves these guests from now on. Whole sections change hands under Servers. */
export function TableServer({ party }: { party: Party }) {
  const { t } = useSpeech();
  const port = usePort();
  const { send } = useDesk();
  const names = useLook(serversKnown);
  if (names === '') return null;
  return (
    <Choices
      name="server"
      title={t('host.table.server')}
      choices={names.split('\0').map((value) => ({ value, words: value }))}
      chosen={party.live.server ?? undefined}
      onChosen={(server) =>
        send({
          type: 'party.edit',
          party: party.id,
          set: { server },
          guest: null,
          allergies: [],
          seen: port.get().seq,
        })
      }
    />
  );
}
