import type { Server, Socket } from 'socket.io';
import { listenerOf } from './posAuthentication.ts';
import { bufferedBytes } from './screenSocket.ts';
import { SCREEN_NAMESPACE } from './screens.ts';

/** Who is connected just now, for who watches the hub. */
export interface Connections {
  /** Connections of programs by the name of their token. */
  readonly programs: ReadonlyMap<string, number>;
  readonly screens: number;
  /** What waits to be read, by namespace. */
  readonly bufferedBytes: Readonly<Record<string, number>>;
}

export function connections(io: Server): Connections {
  const pos = [...io.of('/pos').sockets.values()];
  const screens = [...io.of(SCREEN_NAMESPACE).sockets.values()];
  const programs = new Map<string, number>();
  for (const socket of pos) {
    const name = listenerOf(socket)?.name;
    if (name !== undefined) programs.set(name, (programs.get(name) ?? 0) + 1);
  }
  return {
    programs,
    screens: screens.length,
    bufferedBytes: { '/pos': waiting(pos), [SCREEN_NAMESPACE]: waiting(screens) },
  };
}

function waiting(sockets: readonly Socket[]): number {
  return sockets.reduce((sum, socket) => sum + bufferedBytes(socket), 0);
}
