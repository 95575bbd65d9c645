/**
 * All that the two machines know of a transport: messages by name, in order, each at most once, with an optional answer. Nothing is kept
 * for a receiver that is away, so whoever sends checks `isConnected` first and has somewhere to keep what he could not send.
 */
export interface SocketLike {
  readonly isConnected: boolean;
  /** Only while connected. `onAnswer` is called at most once, never after the connection ended, with a value nobody has checked. */
  send(name: string, payload: unknown, onAnswer?: (answer: unknown) => void): void;
  on(name: string, handler: (payload: unknown, answer: (value: unknown) => void) => void): void;
  /** A connection came (true) or went (false). Not called for the state it is in already. */
  onLink(handler: (isConnected: boolean) => void): void;
  /** Ends this connection, also when the other side has stopped reading. */
  cut(): void;
}
