import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { listen } from './listen.ts';

/**
 * Lets the other devices of the house in while the service runs: a further listener at each network address of this device, which hands
 * everything to the one server that stands behind the gate. What it was started with stays as it is, so a screen on this device feels
 * nothing. At the next start the service listens on every network by itself.
 */
export class LanDoors {
  private readonly server: Server;
  private readonly log: Logger;
  private doors: Server[] = [];
  private readonly upgraded = new Set<Duplex>();
  private turn: Promise<void> = Promise.resolve();

  constructor(server: Server, log: Logger) {
    this.server = server;
    this.log = log;
  }

  get isOpen(): boolean {
    return this.doors.length > 0;
  }

  /** Opens or closes; one after the other, however quickly a person changes their mind. */
  set(isWanted: boolean, port: number): Promise<void> {
    this.turn = this.turn.then(() => (isWanted ? this.open(port) : this.close()));
    return this.turn;
  }

  private async open(port: number): Promise<void> {
    if (this.isOpen) return;
    for (const address of lanAddresses()) {
      const door = this.newDoor();
      try {
        await listen(door, address, port);
        this.doors.push(door);
      } catch (error) {
        // Another program has the port on that network; the screen says that other devices do not reach this one.
        this.log.error({ err: error, address, port }, 'other devices cannot be let in here');
      }
    }
  }

  private async close(): Promise<void> {
    const doors = this.doors;
    this.doors = [];
    for (const door of doors) {
      door.close();
      door.closeAllConnections();
    }
    // An upgraded connection is no longer its server's to close.
    for (const socket of this.upgraded) socket.destroy();
  }

  private newDoor(): Server {
    const door = createServer();
    door.setTimeout(this.server.timeout);
    door.on('request', (request, response) => this.server.emit('request', request, response));
    door.on('upgrade', (request, socket, head) => {
      this.upgraded.add(socket);
      socket.once('close', () => this.upgraded.delete(socket));
      this.server.emit('upgrade', request, socket, head);
    });
    return door;
  }
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flat()
    .flatMap((face) => (face && !face.internal && face.family === 'IPv4' ? [face.address] : []));
}
