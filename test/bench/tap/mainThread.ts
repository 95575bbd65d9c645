import { z } from 'zod';

/** One stretch of the page's main thread as Chromium's trace has it. `ts` and `dur` are wall time, `tdur` the thread's own CPU; all in µs. */
const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.string().optional(), data: z.object({ type: z.string().optional() }).optional() }),
});
type TraceEvent = z.infer<typeof TraceEvent>;
const Trace = z.object({ traceEvents: z.array(z.unknown()) });

/** What `Tracing` must be asked for: the phases of a frame, without what costs the page itself. */
export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'];

/** CPU ms of each kind of work, without what other work inside of it took. */
export type Work = ReadonlyMap<string, number>;

export interface Span {
  readonly fromUs: number;
  readonly toUs: number;
}

/** The page's main thread: the one that dispatched the pointers. */
export class MainThread {
  private readonly slices: readonly TraceEvent[];
  private readonly ups: readonly number[];

  /** `text`: the JSON of a trace. Throws when no finger came up in it. */
  constructor(text: string) {
    const trace: unknown = JSON.parse(text);
    const events = Trace.parse(trace).traceEvents.flatMap((event) => TraceEvent.safeParse(event).data ?? []);
    const ups = events.filter(
      ({ name, args }) => name === 'EventDispatch' && args.data?.type === 'pointerup',
    );
    const [first] = ups;
    if (first === undefined) throw new Error('no finger came up in this trace');
    this.ups = ups.map(({ ts }) => ts).sort((a, b) => a - b);
    this.slices = events
      .filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid)
      .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  }

  /** When each finger came up, in the order of the presses. */
  pointerUps(): readonly number[] {
    return this.ups;
  }

  /** What began within these times, by name. */
  work(spans: readonly Span[]): Work {
    const own = new Map<string, number>();
    const add = (name: string, ms: number) => own.set(name, (own.get(name) ?? 0) + ms);
    const open: TraceEvent[] = [];
    for (const slice of this.slices) {
      while (open.length > 0 && endOf(open.at(-1)) <= slice.ts) open.pop();
      const outer = open.at(-1);
      if (spans.some(({ fromUs, toUs }) => slice.ts >= fromUs && slice.ts < toUs)) {
        add(slice.name, slice.tdur / 1000);
        if (outer !== undefined) add(outer.name, -slice.tdur / 1000);
      }
      open.push(slice);
    }
    return own;
  }

  /** CPU ms of the tasks that took most, most first. */
  longestTasks(count: number): readonly { readonly ms: number; readonly span: Span }[] {
    return this.slices
      .filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
      .sort((a, b) => b.tdur - a.tdur)
      .slice(0, count)
      .map(({ ts, dur, tdur }) => ({ ms: tdur / 1000, span: { fromUs: ts, toUs: ts + dur } }));
  }
}

const endOf = (slice: TraceEvent | undefined) => (slice === undefined ? 0 : slice.ts + slice.dur);
