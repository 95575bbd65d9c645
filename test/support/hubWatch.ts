import { io, type Socket } from 'socket.io-client';
import { Beat, HelloAnswer, PROTOCOL_VERSION } from '../../shared/protocol/screenMessages.ts';

const ANSWER_MS = 8000;

/** Hub time as somebody beside the glass knows it: from beats, of which the one that came fastest is the truest. */
export class HubWatch {
  private readonly socket: Socket;
  private readonly speed: number;
  private offset = Number.NEGATIVE_INFINITY;

  private constructor(socket: Socket, speed: number) {
    this.socket = socket;
    this.speed = speed;
    socket.on('beat', (value: unknown) => this.heard(Beat.parse(value).now));
  }

  static async open(url: string): Promise<HubWatch> {
    const socket = io(`${url}/screen`, { forceNew: true, transports: ['websocket'] });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const stranger = await hello(socket, 'stranger');
    const answer = stranger.ok ? stranger : await hello(socket, stranger.build ?? '');
    if (!answer.ok) throw new Error(`hello: ${answer.code} ${answer.message}`);
    const watch = new HubWatch(socket, answer.speed);
    watch.heard(answer.now);
    return watch;
  }

  now(): number {
    return performance.now() * this.speed + this.offset;
  }

  close(): void {
    this.socket.close();
  }

  private heard(hubNow: number): void {
    this.offset = Math.max(this.offset, hubNow - performance.now() * this.speed);
  }
}

async function hello(socket: Socket, build: string): Promise<HelloAnswer> {
  const who = { protocol: PROTOCOL_VERSION, build, screen: 'watch', station: null, cursor: null, page: null };
  const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck('hello', who);
  return HelloAnswer.parse(answer);
}
