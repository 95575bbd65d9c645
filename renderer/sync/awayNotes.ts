import { z } from 'zod';
import { AWAY_KINDS, type AwayLine } from '../../shared/domain/selectors/whileAway.ts';
import { TicketId } from '../../shared/lib/ids.ts';
import type { AwayNews } from '../app/screenPort.ts';

/** Where the unread news outlives its page: an update, a wake or a hand may load it anew before anybody has read them. */
export interface AwayNotes {
  read(): AwayNews | null;
  write(news: AwayNews | null): void;
}

/** Longer than a break; a tab that the browser brings back the next day has nothing to say of this one's board. Device's clock. */
const KEPT_MS = 2 * 3_600_000;

const Line = z.object({
  key: z.string(),
  kind: z.enum(AWAY_KINDS),
  ticket: TicketId.nullable(),
  title: z.string().nullable(),
  dishes: z.array(
    z.object({ quantity: z.number(), name: z.string(), names: z.record(z.string(), z.string()).nullable() }),
  ),
  allergens: z.array(z.object({ allergen: z.string(), seat: z.number().nullable() })),
}) satisfies z.ZodType<AwayLine>;

const Kept = z.object({
  writtenAt: z.number(),
  news: z.object({ from: z.number(), to: z.number(), lines: z.array(Line) }),
});

/** In this tab, for this screen: no other tab missed what this one missed. */
export function awayNotesOfTab(screen: string, storage: Storage = sessionStorage): AwayNotes {
  const name = `heard.away.${screen}`;
  return {
    read: () => {
      const kept = Kept.safeParse(written(storage.getItem(name))).data;
      return kept !== undefined && Date.now() - kept.writtenAt < KEPT_MS ? kept.news : null;
    },
    write: (news) => {
      try {
        if (news === null) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify({ writtenAt: Date.now(), news }));
      } catch {
        // No room, or storage is off: the news are shown all the same, and only a page loaded anew would not know them.
      }
    },
  };
}

function written(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
