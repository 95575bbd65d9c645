import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkConfig, readConfig } from '../../../shared/config/checkConfig.ts';
import { changesBetween } from '../../../shared/config/configChanges.ts';
import type { ConfigNote } from '../../../shared/config/configVersion.ts';
import { THIS_DEVICE } from '../../../shared/domain/events/actor.ts';
import { invalid, refusal } from '../../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import {
  type SetupHistory,
  SetupImport,
  SetupPut,
  type SetupSaved,
  type SetupState,
  type SetupTrial,
  SetupUndo,
} from '../../../shared/protocol/setup.ts';
import type { HubPort } from '../../hub/port.ts';
import { keepSession } from '../sessionCookie.ts';
import { EVERY_ROLE } from '../whoAsks.ts';
import { deviceAddresses } from './addresses.ts';
import { addBookingRoutes } from './bookingRoutes.ts';
import { exportFile } from './exportFile.ts';
import { addPrinterRoutes } from './printerRoutes.ts';
import { addScreenRoutes } from './screenRoutes.ts';
import type { SetupDeps } from './setupDeps.ts';
import { setupDoor, whoMaySetUp } from './setupDoor.ts';
import { addStandbyList } from './standbyRoutes.ts';

/** A house with a long menu of its own; the POS's menus never travel up. */
const MAX_CONFIG_BYTES = 1024 * 1024;
const HISTORY_PAGE = 20;
export const SETUP_TOKEN_NAME = 'Set-up on this device';

/** What the page /setup asks for and tells. Every answer is for a manager; see `setupDoor`. */
export async function addSetup(app: FastifyInstance, deps: SetupDeps): Promise<void> {
  await app.register(
    async (setup) => {
      setup.addHook('onRequest', setupDoor(deps.hub));
      addDocument(setup, deps);
      addHistory(setup, deps);
      addFinish(setup, deps);
      addScreenRoutes(setup, deps);
      addPrinterRoutes(setup, deps);
      addStandbyList(setup, deps);
      addBookingRoutes(setup, deps);
    },
    { prefix: '/api/setup' },
  );
}

function addDocument(setup: FastifyInstance, { hub, isOnLan, isHostGiven }: SetupDeps): void {
  setup.get('/state', async (request): Promise<SetupState> => {
    const { version, config } = hub.config();
    return {
      version,
      config,
      isSetUp: hub.settings.setUpAt() !== null,
      addresses: deviceAddresses(portOf(request), config.hosts),
      isOnLan: isOnLan(),
      isHostGiven,
      warnings: checkConfig(config),
    };
  });
  setup.put('/config', { bodyLimit: MAX_CONFIG_BYTES }, async (request, reply) => {
    const parsed = parseMessage(SetupPut, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    return answer(reply, await save(hub, request, parsed.value, { kind: 'setup' }));
  });
  setup.get('/export', async (_request, reply) => {
    const { name, text } = exportFile(hub.config().config, hub.now());
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/json; charset=utf-8')
      .send(text);
  });
  setup.post('/import', { bodyLimit: MAX_CONFIG_BYTES }, async (request, reply) => {
    const parsed = parseMessage(SetupImport, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    if (parsed.value.isDry) return reply.send(trial(hub, parsed.value.config));
    return answer(reply, await save(hub, request, parsed.value, { kind: 'import' }));
  });
}

function addHistory(setup: FastifyInstance, { hub }: SetupDeps): void {
  setup.get<{ Querystring: { before?: string } }>('/history', async (request): Promise<SetupHistory> => {
    const asked = Number(request.query.before);
    const before = Number.isInteger(asked) && asked > 0 ? asked : null;
    const versions = hub.settings
      .history(before, HISTORY_PAGE)
      .map(({ changes, ...entry }) => ({ ...entry, changes: changes === null ? null : [...changes] }));
    const oldest = versions.at(-1)?.version ?? 0;
    return { versions, next: versions.length === HISTORY_PAGE && oldest > 1 ? oldest : null };
  });
  setup.post('/undo', async (request, reply) => {
    const parsed = parseMessage(SetupUndo, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    const { base, to } = parsed.value;
    const document = hub.settings.get(to);
    if (document === null) return reply.code(404).send(refusal('not_found', `There is no version ${to}.`));
    return answer(reply, await save(hub, request, { base, config: document.config }, { kind: 'undo', to }));
  });
}

function addFinish(setup: FastifyInstance, { hub }: SetupDeps): void {
  setup.post('/finish', async (request, reply) => {
    // The page that finishes came in because nothing was set up; from now on it needs a token like everybody else.
    if (whoMaySetUp(hub, request)?.tokenId === null) {
      const { secret } = hub.tokens.create({
        name: SETUP_TOKEN_NAME,
        scope: 'admin',
        roles: EVERY_ROLE,
        source: null,
      });
      keepSession(reply, secret);
    }
    hub.settings.finish();
    return { ok: true };
  });
}

async function save(
  hub: HubPort,
  request: FastifyRequest,
  { base, config }: { base: number; config?: unknown },
  note: ConfigNote,
): Promise<SetupSaved | string> {
  const read = readConfig(config);
  if (!read.ok) return { state: 'refused', problems: read.problems };
  const by = whoMaySetUp(hub, request)?.screenName ?? THIS_DEVICE;
  const put = await hub.settings.put({ base, config: read.config, by, note });
  if (put.ok) return { state: 'saved', version: put.version };
  switch (put.code) {
    case 'conflict':
      return { state: 'changed', version: put.version };
    case 'invalid':
      return { state: 'refused', problems: [...put.problems] };
    case 'unavailable':
    case 'internal':
      return put.message;
    default:
      return put satisfies never;
  }
}

function answer(reply: FastifyReply, saved: SetupSaved | string) {
  if (typeof saved === 'string') return reply.code(503).send(refusal('unavailable', saved));
  const status = { saved: 200, changed: 409, refused: 422 }[saved.state];
  return reply.code(status).send(saved);
}

/** What a file would do, without doing it. */
function trial(hub: HubPort, value: unknown): SetupTrial {
  const read = readConfig(value);
  if (!read.ok) return { problems: read.problems, warnings: [], changes: [] };
  const { config: current } = hub.config();
  const config = { ...read.config, posMenus: current.posMenus };
  return {
    problems: hub.settings.problems(config),
    warnings: checkConfig(config).filter(({ isWarning }) => isWarning === true),
    changes: changesBetween(current, config).map((change) => ({ ...change })),
  };
}

/** The port the page came by is the one other devices come by. */
function portOf({ socket }: FastifyRequest): number {
  return socket.localPort ?? 0;
}
