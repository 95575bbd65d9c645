import { Histogram, type Registry } from 'prom-client';
import { BATCH_SECONDS, type CommandCounts } from './CommandCounts.ts';

const NAME = 'heard_batch_seconds';
const HELP = 'From the first decision of a batch to the end of its commit.';

/** A histogram whose numbers were counted elsewhere, since before anybody asked for them. */
export class BatchSeconds extends Histogram {
  private readonly counts: CommandCounts;

  constructor(registry: Registry, counts: CommandCounts) {
    super({ name: NAME, help: HELP, buckets: [...BATCH_SECONDS], registers: [registry] });
    this.counts = counts;
  }

  /** What the registry asks a histogram for; not in its types. */
  async getForPromString() {
    const { upTo, count, seconds } = this.counts.durations();
    const value = (metricName: string, labels: Record<string, string | number>, number: number) => ({
      metricName: `${NAME}_${metricName}`,
      labels,
      value: number,
    });
    const values = [
      ...upTo.map((number, index) => value('bucket', { le: BATCH_SECONDS[index] ?? 0 }, number)),
      value('bucket', { le: '+Inf' }, count),
      value('sum', {}, seconds),
      value('count', {}, count),
    ];
    return { name: NAME, help: HELP, type: 'histogram', values };
  }
}
