import type { Logger } from 'pino';
import type { Party } from '../../../shared/domain/model/party.ts';
import { isSeated } from '../../../shared/domain/model/partyStates.ts';
import type { StandingAllergy } from '../../../shared/domain/model/regular.ts';
import { keyedOffer, offersOf } from '../../../shared/guests/offers.ts';
import type { HubPort } from '../port.ts';

/**
 * Rule S74: what a guest has brought before and nobody has answered is put when they sit down, seat unknown. Looked at after each commit and
 * once after a start, so that a crash between the two loses none; the party's own state keeps it from being put twice. Returns the way to stop.
 */
export function standingAtTable(hub: HubPort, log: Logger): () => void {
  const look = (parties: Iterable<Party>): void => {
    for (const party of parties) {
      const offers = isSeated(party.live) ? offersFor(hub, party) : [];
      if (offers.length > 0) put(hub, log, party, offers);
    }
  };
  look(hub.state().parties.values());
  return hub.onCommitted(({ events, state }) => {
    const seated = events.flatMap((event) =>
      event.type === 'party.changed' && event.set.state === 'seated'
        ? (state.parties.get(event.party) ?? [])
        : [],
    );
    look(seated);
  });
}

function offersFor(hub: HubPort, { person, live }: Party): StandingAllergy[] {
  if (person === null) return [];
  const known = hub.personal([person.personId], { kind: 'screen', roles: ['host'] })[person.personId];
  return offersOf(known?.regular?.allergies ?? [], live);
}

function put(hub: HubPort, log: Logger, { id, live }: Party, offers: readonly StandingAllergy[]): void {
  hub
    .submit({
      commandId: `house:party.standing:${id}:${live.seatedAt ?? 0}`,
      actor: { kind: 'house' },
      claimedAt: hub.now(),
      command: { type: 'party.standing', party: id, put: offers.map(keyedOffer), leave: [] },
    })
    .then((result) => {
      if (!result.ok) log.error({ party: id, code: result.code }, 'a standing allergy could not be put');
    })
    .catch((error: unknown) => log.error({ err: error, party: id }, 'a standing allergy could not be put'));
}
