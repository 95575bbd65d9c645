/** A place in a source file and what it becomes. `find` stands there exactly once; that is checked with every `npm test`. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** One of the fourteen mistakes of other kitchen displays as it would be made here, and the test that would not let it pass. */
export interface Mistake {
  readonly n: number;
  readonly what: string;
  readonly edits: readonly Edit[];
  /** The test's name, or a part of it; null: the whole file. */
  readonly test: { readonly file: string; readonly name: string | null };
}

export const MISTAKES: readonly Mistake[] = [
  {
    n: 1,
    what: 'rooms are joined once, when a page is new, and not after a reconnect',
    edits: [
      {
        file: 'shared/sync/server/syncServer.ts',
        find: 'for (const room of rooms.enter(this, identity.roles)) this.deps.join(room);',
        put: 'if (request.data.cursor === null) for (const room of rooms.enter(this, identity.roles)) this.deps.join(room);',
      },
    ],
    test: { file: 'test/sync/following.test.ts', name: '[mistake 1]' },
  },
  {
    n: 2,
    what: 'after a reconnect a screen goes on without asking what it missed',
    edits: [
      {
        file: 'shared/sync/client/follower.ts',
        find: 'this.greeter.begin();',
        put: "if (this.replica.epoch === null) this.greeter.begin();\n      else this.enter('live');",
      },
    ],
    test: { file: 'test/sync/following.test.ts', name: '[mistake 2]' },
  },
  {
    n: 3,
    what: 'a board has at most 200 tickets, the newest',
    edits: [
      {
        file: 'shared/sync/server/snapshotPages.ts',
        find: 'for (const ticket of state.tickets.values()) turnFor',
        put: 'for (const ticket of [...state.tickets.values()].slice(-200)) turnFor',
      },
    ],
    test: { file: 'test/sync/bytes.test.ts', name: '[mistake 3]' },
  },
  {
    n: 4,
    what: 'a connection may press 300 times and is then told to wait',
    edits: [
      {
        file: 'shared/sync/server/syncServer.ts',
        find: '  private isGreeted = false;',
        put: '  private isGreeted = false;\n  private pressed = 0;',
      },
      {
        file: 'shared/sync/server/syncServer.ts',
        find: '    const { envelope } = message.data;',
        put: "    this.pressed += 1;\n    if (this.pressed > 300) return refused('unavailable', 'too many');\n    const { envelope } = message.data;",
      },
    ],
    test: { file: 'test/sync/screens.test.ts', name: '[mistake 4]' },
  },
  {
    n: 5,
    what: 'the link is looked at when a message comes, and not when messages stop',
    edits: [
      {
        file: 'shared/sync/client/linkWatch.ts',
        find: "if (state !== 'lost' && this.stopTimer === null) {",
        put: "if (state === 'late' && this.stopTimer === null) {",
      },
    ],
    test: { file: 'test/sync/link.test.ts', name: '[mistake 5]' },
  },
  {
    n: 6,
    what: 'every change sends the whole board again',
    edits: [
      {
        file: 'shared/sync/server/screenRooms.ts',
        find: "import type { Timers } from '../timers.ts';",
        put: "import { stateToDocument } from '../../domain/model/state.ts';\nimport type { Timers } from '../timers.ts';",
      },
      {
        file: 'shared/sync/server/screenRooms.ts',
        find: 'events: packEvents(epoch.n, part),',
        put: 'events: packEvents(epoch.n, part),\n        board: stateToDocument(this.source.state()),',
      },
    ],
    test: { file: 'test/sync/bytes.test.ts', name: '[mistake 6]' },
  },
  {
    n: 7,
    what: 'a screen that has heard nothing for 2.5 s ends its own connection',
    edits: [
      {
        file: 'shared/sync/client/follower.ts',
        find: 'new LinkWatch(timers, () => listener.changed());',
        put: "new LinkWatch(timers, () => {\n      if (this.watch.link().state === 'lost') socket.cut();\n      listener.changed();\n    });",
      },
    ],
    test: { file: 'test/sync/link.test.ts', name: '[mistake 7]' },
  },
  {
    n: 7,
    what: 'the heartbeat gives a screen half a second',
    edits: [
      {
        file: 'main/sync/socketServer.ts',
        find: 'const PING_TIMEOUT_MS = 3000;',
        put: 'const PING_TIMEOUT_MS = 500;',
      },
    ],
    test: { file: 'test/e2e/slow.test.ts', name: '[mistake 7]' },
  },
  {
    n: 8,
    what: 'a bump is sent and not kept',
    edits: [
      {
        file: 'shared/sync/client/presses.ts',
        find: "isStored: offline === 'queue'",
        put: 'isStored: false',
      },
    ],
    test: { file: 'test/sync/presses.test.ts', name: '[mistake 8]' },
  },
  {
    n: 8,
    what: 'a bump that was sent is not sent again when the line breaks before its answer',
    edits: [
      {
        file: 'shared/sync/client/outbox.ts',
        find: 'open.filter((item) => item.sentOn !== connection)',
        put: 'open.filter((item) => item.sentOn === 0)',
      },
    ],
    test: { file: 'test/sync/presses.test.ts', name: 'is decided once when the line breaks' },
  },
  {
    n: 9,
    what: '"printed" is said when the bytes are in a kernel buffer',
    edits: [
      {
        file: 'main/printing/link/sendAndConfirm.ts',
        find: 'const canAsk = isSent() && !limit.aborted;',
        put: 'if (isSent()) return null;\n    const canAsk = !limit.aborted;',
      },
    ],
    test: { file: 'test/main/printing/link.test.ts', name: 'that says how it is and never that it is done' },
  },
  {
    n: 10,
    what: 'a screen times by its own wall clock',
    edits: [
      {
        file: 'shared/sync/client/hubClock.ts',
        find: 'const offset = hubNow - this.timers.monotonic() * this.speed;',
        put: 'const offset = Date.now() - this.timers.monotonic() * this.speed;',
      },
    ],
    test: { file: 'test/sync/link.test.ts', name: '[mistake 10]' },
  },
  {
    n: 10,
    what: 'what a screen missed is told from a time, and devices do not agree on it',
    edits: [
      {
        file: 'shared/sync/server/helloAnswer.ts',
        find: 'missedEvents(ctx.source, cursor.seq)',
        put: 'missedEvents(ctx.source, cursor.seq)?.filter(({ at }) => at > Date.now()) ?? null',
      },
    ],
    test: { file: 'test/sync/following.test.ts', name: '[mistake 2]' },
  },
  {
    n: 11,
    what: "the hub's database is in memory",
    edits: [
      {
        file: 'main/store/database.ts',
        find: 'new Database(path, { timeout: BUSY_TIMEOUT_MS })',
        put: "new Database(path.length > 0 ? ':memory:' : path, { timeout: BUSY_TIMEOUT_MS })",
      },
    ],
    test: { file: 'test/main/hub/crash.test.ts', name: null },
  },
  {
    n: 12,
    what: 'who names no known token is a cook',
    edits: [
      {
        file: 'main/sync/screens.ts',
        find: 'return deps.authenticate({ headers, address, auth });',
        put: "return (await deps.authenticate({ headers, address, auth })) ?? { roles: ['kitchen'], screenName: 'anybody', tokenId: null };",
      },
    ],
    test: { file: 'test/sync/screens.test.ts', name: '[mistake 12]' },
  },
  {
    n: 12,
    what: 'a program joins without a token',
    edits: [
      {
        file: 'main/sync/posAuthentication.ts',
        find: "info = typeof token === 'string' ? hub.tokens.check(token) : null;",
        put: "info = typeof token === 'string' ? hub.tokens.check(token) : ({ id: 'anybody', name: 'anybody', scope: 'pos', source: null, roles: [] });",
      },
    ],
    test: { file: 'test/contract/access.test.ts', name: 'are asked for: none, wrong and other scopes' },
  },
  {
    n: 13,
    what: 'what a stopped screen does not read is kept for it without end',
    edits: [
      {
        file: 'main/sync/screens.ts',
        find: 'if (bytes <= MAX_BUFFERED_BYTES) continue;',
        put: 'if (bytes <= 1_000 * MAX_BUFFERED_BYTES) continue;',
      },
    ],
    test: { file: 'test/sync/screens.test.ts', name: '[mistake 13]' },
  },
  {
    n: 13,
    what: "a listener's feed is written however little it reads",
    edits: [
      {
        file: 'main/sync/posFeed.ts',
        find: 'if (isCongested(this.socket)) {',
        put: 'if (isCongested(this.socket) && this.position < 0) {',
      },
    ],
    test: { file: 'test/contract/faults.test.ts', name: 'that does not read costs the hub little' },
  },
  {
    n: 14,
    what: 'the last press wins, whatever changed since the glass it was pressed on',
    edits: [
      {
        file: 'shared/domain/commands/cook.ts',
        find: 'if (batch.turnedSeq > seen && !isOwnTurn(batch, actor))',
        put: 'if (batch.turnedSeq > seen && !isOwnTurn(batch, actor) && seen < 0)',
      },
    ],
    test: { file: 'test/shared/domain/cook.test.ts', name: null },
  },
];
