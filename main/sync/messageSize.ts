import type { Socket } from 'socket.io';
import { LIMITS } from '../../shared/protocol/outside/limits.ts';

/**
 * Whether a message is over the limit. The engine tells the size of every packet but not which message it became, so a connection on which
 * no packet was ever too large is trusted, and on any other each message is measured exactly.
 */
export class MessageSize {
  private isInDoubt = false;

  constructor(socket: Socket) {
    socket.conn.on('packet', (packet: { data?: unknown }) => {
      if (sizeOf(packet.data) > LIMITS.messageBytes) this.isInDoubt = true;
    });
  }

  isTooLarge(argument: unknown): boolean {
    return this.isInDoubt && jsonBytes(argument) > LIMITS.messageBytes;
  }
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}

function jsonBytes(argument: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(argument) ?? '');
  } catch (error) {
    // Nested deeper than the stack: it came in a packet over the limit, and nothing in the contract nests like this.
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
