/** A disk with plenty of room, never looked at again. */
export const roomyDisk = { freeBytes: () => 1e12, warnBelow: 1, stopBelow: 1, everyMs: 3_600_000 };
