import type { Party } from '../../../../shared/domain/model/party.ts';
import type { ScreenPort } from '../../../app/screenPort.ts';

/** The answer to a press and the news of it take two ways: which is first, nobody promises. */
const PATIENCE_MS = 5_000;

/** Calls `then` with the party that this log number brought, as soon as it is on the glass. */
export function whenReceived(port: ScreenPort, seq: number, then: (party: Party['id']) => void): void {
  const find = () =>
    port.look((state) => [...state.parties.values()].find(({ receivedSeq }) => receivedSeq === seq)?.id);
  const now = find();
  if (now !== undefined) {
    then(now);
    return;
  }
  const end = () => {
    stop();
    clearTimeout(timer);
  };
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  const stop = port.subscribe(() => {
    const id = find();
    if (id === undefined) return;
    end();
    then(id);
  });
}
