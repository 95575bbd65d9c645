import type { Logger } from 'pino';
import { isNewerEpoch } from '../../shared/protocol/epochOrder.ts';
import type { Epoch } from '../../shared/protocol/screenMessages.ts';
import { type Fence, readFence, writeFence } from '../store/fenceFile.ts';
import type { FencingPort, NewerHub } from './port.ts';

/**
 * Two hubs of one house would cook everything twice. The one that meets a newer epoch of its site stops deciding before anything else, and
 * for good: only a person makes it something else again.
 */
export class Fencing implements FencingPort {
  private readonly dataDir: string;
  private readonly own: Epoch;
  private readonly log: Logger;
  private readonly listeners = new Set<() => void>();
  private fence: Fence | null;

  constructor({ dataDir, own, log }: { dataDir: string; own: Epoch; log: Logger }) {
    this.dataDir = dataDir;
    this.own = own;
    this.log = log;
    this.fence = readFence(dataDir);
  }

  by(): Fence | null {
    return this.fence;
  }

  /** What a program is told that still speaks to this hub; null: it decides. */
  reason(): string | null {
    if (this.fence === null) return null;
    const where = this.fence.addresses[0];
    return `this hub was replaced by another${where === undefined ? '' : ` at ${where}`}; it takes nothing any more`;
  }

  meet({ epoch, addresses, common }: NewerHub): void {
    if (!isNewerEpoch(epoch, this.own)) return;
    const before = this.fence;
    const isNewest = before === null || isNewerEpoch(epoch, before.epoch);
    const known = isNewest ? null : before;
    const fence: Fence = {
      epoch: known?.epoch ?? epoch,
      addresses: addresses.length > 0 ? [...addresses] : [...(known?.addresses ?? before?.addresses ?? [])],
      at: before?.at ?? Date.now(),
      common: common ?? before?.common ?? null,
    };
    if (JSON.stringify(fence) === JSON.stringify(before)) return;
    this.fence = fence;
    if (before === null)
      this.log.error({ epoch, addresses }, 'a newer hub was met: this one decides nothing');
    try {
      writeFence(this.dataDir, fence);
    } catch (error) {
      // In force all the same; after a restart it is met once more.
      this.log.error({ err: error }, 'who replaced this hub could not be written down');
    }
    for (const listener of [...this.listeners]) listener();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
