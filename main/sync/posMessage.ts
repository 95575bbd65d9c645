import { invalid, type OutsideAnswer, refusal } from '../../shared/protocol/outside/answer.ts';
import { cardRule } from '../../shared/protocol/outside/cardRule.ts';
import type { PosMessageName } from '../../shared/protocol/outside/posMessages.ts';
import type { HubPort } from '../hub/port.ts';
import { posAnswer } from './posAnswer.ts';
import type { PosListener } from './posListener.ts';
import { isPosMessage, type PosRequest, readPosRequest } from './posRequest.ts';

/** What a bookings system may send; the rest of the kitchen is not its business. */
const BOOKINGS_FAMILIES = ['party.', 'table.'];

/** One message of a program about tickets, checks and parties: judged, handed to the hub, answered after it is durable. */
export async function handlePosMessage(
  hub: HubPort,
  listener: PosListener,
  event: string,
  argument: unknown,
): Promise<OutsideAnswer> {
  if (!isPosMessage(event)) return refusal('unsupported', 'There is no such event.');
  if (listener.scope === 'bookings' && !BOOKINGS_FAMILIES.some((family) => event.startsWith(family))) {
    return refusal('forbidden', `A bookings token may not send ${event}.`);
  }
  const reading = readPosRequest(event, cardRule(argument), (text) => hub.digest(text));
  if (!reading.ok) return invalid(reading.fields);
  const request = reading.value;
  if (listener.source !== null && request.source !== listener.source) {
    return refusal('forbidden', `This token may name no source but ${listener.source}.`);
  }
  return posAnswer(await submit(hub, listener, event, request), request.id);
}

function submit(hub: HubPort, listener: PosListener, event: PosMessageName, request: PosRequest) {
  const { key, command } = request;
  return hub.submit({
    commandId: `pos-${hub.newId()}`,
    actor: { kind: 'pos', token: listener.name },
    claimedAt: hub.now(),
    command,
    tokenId: listener.tokenId,
    ...(key === null
      ? {}
      : { key: { scope: scopeOf(event, request), key: key.key, argument: hub.digest(key.argument) } }),
  });
}

/** `source|event|target`; ids may hold the bar. */
function scopeOf(event: string, { source, id }: PosRequest): string {
  return [source, event, id].map(encodeURIComponent).join('|');
}
