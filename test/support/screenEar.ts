import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import type { Party } from '../../shared/domain/model/party.ts';
import { HelloAnswer, PROTOCOL_VERSION, Settled } from '../../shared/protocol/screenMessages.ts';

const ANSWER_MS = 8000;

/** A screen that keeps every message it was ever sent, as the wire had it, and presses what it is told to. */
export class ScreenEar {
  private readonly socket: Socket;
  private readonly station: string | null;
  private readonly received: unknown[] = [];

  private constructor(socket: Socket, station: string | null) {
    this.socket = socket;
    this.station = station;
    socket.onAny((...message: unknown[]) => this.received.push(message));
  }

  /** `token`: of a screen; its roles say what it is told. */
  static async connect(url: string, token: string, station: string | null = null): Promise<ScreenEar> {
    const socket = io(`${url}/screen`, {
      auth: { token },
      forceNew: true,
      transports: ['websocket'],
      reconnection: false,
    });
    const ear = new ScreenEar(socket, station);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    await ear.hello();
    return ear;
  }

  /** A snapshot, as a screen has it that comes new. */
  async hello() {
    const who = { protocol: PROTOCOL_VERSION, build: 'dev', screen: `ear-${this.station}` };
    const asked = { ...who, station: this.station, cursor: null, page: null };
    const answer: unknown = await this.socket.timeout(ANSWER_MS).emitWithAck('hello', asked);
    this.received.push(answer);
    const read = HelloAnswer.parse(answer);
    if (!read.ok) throw new Error(`hello: ${read.code} ${read.message}`);
    return read;
  }

  async party(externalId: string): Promise<Party> {
    const { snapshot } = await this.hello();
    const found = snapshot?.parties.find((party) => party.externalId === externalId);
    if (!found) throw new Error(`the snapshot has no party ${externalId}`);
    return found;
  }

  async press(command: ScreenCommand): Promise<Settled> {
    const envelope = { id: `ear-${randomUUID()}`, claimedAt: (await this.hello()).now, command };
    return Settled.parse(await this.socket.timeout(ANSWER_MS).emitWithAck('command', { envelope }));
  }

  text(): string {
    return JSON.stringify(this.received);
  }

  close(): void {
    this.socket.close();
  }
}
