import { z } from 'zod';
import { TicketId } from '../../../shared/lib/ids.ts';

/** Tables that somebody at this pass fires together: what differs from the party of the ticket that was asked about. */
export interface ChosenBlock {
  readonly asked: TicketId;
  readonly turned: readonly TicketId[];
}

const KEY = 'heard.blocks';
/** A banquet ends with its day. Device's clock: a tablet whose clock is wrong keeps a choice longer, and never for another ticket. */
const KEPT_MS = 24 * 3_600_000;

const Kept = z.array(z.object({ asked: TicketId, turned: z.array(TicketId), at: z.number() }));
type Kept = z.infer<typeof Kept>;

/** Rule G4: the block chosen for one course is the block of the next, also on a page that was loaded anew. */
export class BlockBook {
  private readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  private readonly now: () => number;
  private known: Kept | null = null;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>, now: () => number = Date.now) {
    this.storage = storage;
    this.now = now;
  }

  /** The latest chosen first. */
  all(): readonly ChosenBlock[] {
    return this.living();
  }

  /** Nothing `turned`: the party as it is, which needs no memory. */
  keep(asked: TicketId, turned: readonly TicketId[]): void {
    const others = this.living().filter((block) => block.asked !== asked);
    const own = turned.length === 0 ? [] : [{ asked, turned: [...turned], at: this.now() }];
    this.known = [...own, ...others];
    try {
      this.storage.setItem(KEY, JSON.stringify(this.known));
    } catch {
      // No room, or storage is off: it is known until the page is loaded anew.
      return;
    }
  }

  private living(): Kept {
    this.known ??= read(this.storage.getItem(KEY));
    const since = this.now() - KEPT_MS;
    return this.known.filter(({ at }) => at > since);
  }
}

function read(text: string | null): Kept {
  if (text === null) return [];
  try {
    return Kept.catch([]).parse(JSON.parse(text));
  } catch (error) {
    // Somebody else's words under our key are as good as none.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

let ofPage: BlockBook | null = null;

export function blockBook(): BlockBook {
  ofPage ??= new BlockBook(localStorage);
  return ofPage;
}
