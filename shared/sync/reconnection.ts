/**
 * How a screen or a station comes back to its hub by itself: in step again within 2 s of the end of a cut, however long the cut was. A
 * network that swallows everything gets a SYN at the begin of an attempt and after 1 s; by then the attempt is given up and the next begun,
 * because the system's own third SYN would come 2 s later.
 */
const ATTEMPT_MS = 2_000;
/** Now and then an attempt has the time that the worst Wi-Fi or a hub out of breath may need. */
const PATIENT_ATTEMPT_MS = 6_000;
const PATIENT_EVERY = 10;

export const RECONNECTION = {
  reconnectionDelay: 300,
  reconnectionDelayMax: 500,
  // Socket.IO computes chance from an unbounded power of two: after a thousand attempts half of its pauses would be none at all.
  randomizationFactor: 0,
  timeout: ATTEMPT_MS,
};

/** The part of socket.io-client's `Manager` that is used. */
interface Attempts {
  on(event: 'reconnect_attempt', listener: (attempt: number) => void): unknown;
  timeout(ms: number): unknown;
}

export function makePatient(manager: Attempts): void {
  manager.on('reconnect_attempt', (attempt) => {
    manager.timeout(attempt % PATIENT_EVERY === 0 ? PATIENT_ATTEMPT_MS : ATTEMPT_MS);
  });
}
