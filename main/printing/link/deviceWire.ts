import { spawn } from 'node:child_process';
import { close, closeSync, constants, openSync, readSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { type Connect, NoWire, plainError, type Wire } from './Wire.ts';

/** How long a device that has nothing to say, or takes nothing, is left before it is tried again. */
const PAUSE_MS = 10;
const READ_BYTES = 256;
const STTY_MS = 2_000;
/** No call on the device ever waits: a printer that takes nothing would otherwise hold one of Node's few threads, or all of it, for good. */
const AT_ONCE = constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * A printer's device file (`/dev/usb/lp0`, `/dev/ttyUSB0`). A serial line is set to pass bytes on as they are; its speed is the system's
 * (`stty`).
 */
export const deviceWire =
  (path: string): Connect =>
  async () => {
    try {
      return await wireOf(openDevice(path), path);
    } catch (error) {
      throw new NoWire(kindOf(error), plainError(error));
    }
  };

function kindOf(error: unknown): 'away' | 'offline' | 'error' {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return 'error';
  // In use by another program.
  return code === 'EBUSY' ? 'offline' : 'away';
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

interface Device {
  readonly fd: number;
  readonly canHear: boolean;
}

function openDevice(path: string): Device {
  // A pipe opened both ways would give back what was written into it; a file that is none is not made here.
  if (!statSync(path).isCharacterDevice())
    return { fd: openSync(path, constants.O_WRONLY | AT_ONCE), canHear: false };
  try {
    return { fd: openSync(path, constants.O_RDWR | AT_ONCE), canHear: true };
  } catch (error) {
    if (kindOf(error) !== 'error') throw error;
    return { fd: openSync(path, constants.O_WRONLY | AT_ONCE), canHear: false };
  }
}

async function wireOf({ fd, canHear }: Device, path: string): Promise<Wire> {
  let isOpen = true;
  const { promise: gone, resolve: end } = Promise.withResolvers<string>();
  // Closing a serial line may wait for the printer, so it is not waited for; nothing touches the descriptor after it began.
  const shut = async () => {
    if (isOpen) close(fd, () => end('the device is closed'));
    isOpen = false;
  };
  try {
    if (isatty(fd)) await makeRaw(path);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  const wire: Wire = {
    canHear,
    gone,
    onBytes: () => undefined,
    async send(bytes) {
      for (let at = 0; at < bytes.length; ) {
        if (!isOpen) throw new Error('the device is closed');
        const taken = now(() => writeSync(fd, bytes, at));
        at += taken;
        if (taken === 0) await sleep(PAUSE_MS);
      }
    },
    hangUp: shut,
    drop: () => void shut(),
  };
  const listen = async () => {
    const bytes = Buffer.alloc(READ_BYTES);
    while (isOpen) {
      const count = now(() => readSync(fd, bytes));
      if (count > 0) wire.onBytes(Buffer.from(bytes.subarray(0, count)));
      else await sleep(PAUSE_MS);
    }
  };
  if (canHear) listen().catch((error: unknown) => end(plainError(error)));
  return wire;
}

/** 0 where the device has nothing, or takes nothing, now. */
function now(call: () => number): number {
  try {
    return call();
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return 0;
    throw error;
  }
}

/**
 * Without it a terminal line turns line feeds into two bytes and echoes the printer's answers back to it. By its path, not our descriptor: `stty`
 * would leave that one waiting on every call.
 */
function makeRaw(path: string): Promise<void> {
  const named = process.platform === 'darwin' ? '-f' : '-F';
  return new Promise((resolve, reject) => {
    const stty = spawn('stty', [named, path, 'raw', '-echo'], { stdio: 'ignore', timeout: STTY_MS });
    stty.once('error', reject);
    stty.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('stty could not set the line'))));
  });
}
