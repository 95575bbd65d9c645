// A screen whose glass shows all it has, with a cook before it: the product's own client on the product's own reconnection.
import { createHash, randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { z } from 'zod';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import { makePatient, RECONNECTION } from '../../../shared/sync/reconnection.ts';
import { answerAsked } from '../line/askedProcess.ts';
import { realTimers } from '../screenService.ts';
import { type GlassLook, GlassSetup } from './messages.ts';

const COOK_EVERY_MS = 400;

answerAsked(GlassSetup, ({ url, token, station: at, name, bumpAfterMs }) => {
  const station = StationId.parse(at);
  const socket = io(`${url}/screen`, {
    auth: token === null ? {} : { token },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    ...RECONNECTION,
  });
  makePatient(socket.io);
  const client = new SyncClient({
    socket: fromSocketIo({ socket, after: realTimers.after }),
    timers: realTimers,
    newId: randomUUID,
    screen: name,
    station,
    build: BUILD,
    outbox: new MemoryOutboxStore(),
    onProblem: (problem) => {
      throw problem;
    },
  });
  const shown = new Map<string, number>();
  let isPainting = true;
  const paint = () => {
    if (!isPainting) return;
    for (const { id, externalId, versions, endedAt } of client.confirmed().tickets.values()) {
      const version = versions[station];
      const key = `${externalId}@${version}`;
      if (version === undefined || endedAt !== null || shown.has(key)) continue;
      shown.set(key, Date.now());
      client.reportListed(id, version);
      client.reportPainted(id, version);
    }
  };
  client.subscribe(paint);
  void client.start();

  const portions = (ticket: Ticket) =>
    ticket.items.flatMap(({ id: item, batches }) =>
      batches.flatMap(({ n, firedAt, void: gone, parts, quantity }) => {
        const part = parts.find((one) => one.station === station);
        const isOpen = part !== undefined && part.ready < quantity && firedAt !== null && gone === null;
        return isOpen ? [{ item, batch: n, quantity }] : [];
      }),
    );
  const cook = () => {
    const { tickets, seq } = client.view();
    const oldest = Date.now() - bumpAfterMs;
    const ready = [...tickets.values()].find((ticket) => {
      const since = shown.get(`${ticket.externalId}@${ticket.versions[station]}`);
      return since !== undefined && since < oldest && portions(ticket).length > 0;
    });
    if (ready === undefined) return;
    const about = { ticket: ready.id, station, portions: portions(ready), voids: [], changes: [], seen: seq };
    client.press({ type: 'ticket.bump', ...about });
  };
  const cooking = bumpAfterMs > 0 ? setInterval(cook, COOK_EVERY_MS) : undefined;

  return {
    look: (): GlassLook => {
      // Before the digest: that of a long night takes longer than a beat may stay out.
      const link = client.link().state;
      const text = canonicalJson(stateToDocument(client.confirmed()));
      return {
        link,
        seq: client.confirmed().seq,
        waiting: client.pendingCount(),
        digest: createHash('sha256').update(text).digest('hex'),
      };
    },
    link: () => client.link().state,
    shown: () => Object.fromEntries(shown),
    /** A page that stands still in front of a socket that answers. */
    paint: (value) => {
      isPainting = z.boolean().parse(value);
      paint();
    },
    rest: () => clearInterval(cooking),
  };
});
