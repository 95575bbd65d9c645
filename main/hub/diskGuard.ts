import { accessSync, closeSync, constants, openSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MB = 1024 * 1024;

export interface DiskOptions {
  /** Free bytes where the data lies. */
  readonly freeBytes: () => number;
  /** Whether the system lets us write there at all; absent: only a write tells. */
  readonly isWritable?: () => boolean;
  readonly warnBelow: number;
  readonly stopBelow: number;
  readonly everyMs: number;
}

/** Under the first a person can still make room in peace; the second is a night's log and its checkpoint. */
export function machineDisk(
  dataDir: string,
  env: Record<string, string | undefined> = process.env,
): DiskOptions {
  return {
    freeBytes: () => {
      const { bavail, bsize } = statfsSync(dataDir);
      return bavail * bsize;
    },
    isWritable: () => isWritable(dataDir),
    warnBelow: bytesOf(env.HEARD_DISK_WARN_MB, 500),
    stopBelow: bytesOf(env.HEARD_DISK_STOP_MB, 50),
    everyMs: 2_000,
  };
}

/** What the system answers for a disk it has made read-only, a folder of somebody else, a disk that is gone. */
const NOT_WRITABLE: ReadonlySet<unknown> = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO']);

/**
 * Asks without writing. Linux makes a failing disk read-only by itself, and from 6.15 on only opening a file tells so. Never `lock.db` or
 * `heard.db`: closing any handle of those would drop this process's locks on them.
 */
function isWritable(dataDir: string): boolean {
  try {
    accessSync(dataDir, constants.W_OK);
    closeSync(openSync(join(dataDir, 'lock.pid'), 'r+'));
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && NOT_WRITABLE.has(error.code));
  }
}

function bytesOf(text: string | undefined, otherwiseMb: number): number {
  const mb = Number(text);
  return (text !== undefined && text !== '' && Number.isFinite(mb) ? mb : otherwiseMb) * MB;
}

/** Whether the disk takes commands. A failed write closes it; only a write that works opens it again. */
export class DiskGuard {
  private readonly options: DiskOptions;
  private readonly probe: () => void;
  private hasFailed = false;
  private free = Number.POSITIVE_INFINITY;

  constructor(options: DiskOptions, probe: () => void) {
    this.options = options;
    this.probe = probe;
  }

  /** A write failed. */
  failed(): void {
    this.hasFailed = true;
  }

  look(): void {
    this.free = this.readFree();
    if (this.options.isWritable?.() === false) {
      this.hasFailed = true;
      return;
    }
    if (!this.hasFailed || this.free < this.options.stopBelow) return;
    try {
      this.probe();
      this.hasFailed = false;
    } catch {
      // Still refused: the next look tries again, and `reason` says so to everyone meanwhile.
      this.hasFailed = true;
    }
  }

  isLow(): boolean {
    return this.free < this.options.warnBelow;
  }

  /** Why commands are refused, in a sentence; null while they are taken. */
  reason(): string | null {
    if (this.free < this.options.stopBelow) {
      return `the disk is full (${Math.floor(this.free / MB)} MB free): make room, Heard goes on by itself`;
    }
    return this.hasFailed
      ? 'the disk refuses to store: make room or check it, Heard goes on by itself'
      : null;
  }

  private readFree(): number {
    try {
      return this.options.freeBytes();
    } catch {
      // A disk that cannot be asked is judged by its writes alone.
      return Number.POSITIVE_INFINITY;
    }
  }
}
