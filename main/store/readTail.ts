import { join } from 'node:path';
import { z } from 'zod';
import type { Event } from '../../shared/domain/events/event.ts';
import { EventLog } from './eventLog.ts';
import { openReadOnly } from './openReadOnly.ts';

const Named = z.object({ id: z.string(), number: z.string().nullable(), table: z.string().nullable() });

/** The events after a number of a folder's log, and what the tickets of the whole log are called. A service may run meanwhile. */
export function readTail(dataDir: string, after: number) {
  const db = openReadOnly(join(dataDir, 'heard.db'));
  try {
    const events: Event[] = [...new EventLog(db).replay(after)];
    const rows = db
      .prepare(
        `SELECT body ->> '$.record.id' AS id, body ->> '$.record.head.number' AS number,
           body ->> '$.record.head.table' AS "table" FROM event WHERE type = 'ticket.received'`,
      )
      .all();
    const names = new Map(
      rows.map((row) => {
        const { id, number, table } = Named.parse(row);
        return [id, { number: number ?? '?', table }];
      }),
    );
    return { events, nameOf: (id: string) => names.get(id) ?? null };
  } finally {
    db.close();
  }
}
