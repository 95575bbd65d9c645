import { z } from 'zod';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import {
  SetupHistory,
  SetupSaved,
  SetupScreenCode,
  type SetupScreenRequest,
  SetupScreens,
  SetupStandbys,
  SetupState,
  SetupTestPrint,
  SetupTrial,
} from '../../../shared/protocol/setup.ts';

/** `unreachable`: nobody answered. `kept_out`: this browser may not. `refused`: the hub did not take it. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'unreachable' | 'kept_out' | 'refused' };

const Done = z.object({ ok: z.literal(true) });
/** The answers in which a saving ends well or is told why not. */
const SAVED_STATUS = [200, 409, 422];

export async function call<T>(
  schema: z.ZodType<T>,
  path: string,
  init: { readonly method?: string; readonly body?: unknown } = {},
  taken: readonly number[] = [200],
): Promise<Answer<T>> {
  const { method = 'GET', body } = init;
  try {
    const answer = await fetch(`/api/setup/${path}`, {
      method,
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (answer.status === 401 || answer.status === 403) return { ok: false, why: 'kept_out' };
    if (!taken.includes(answer.status)) return { ok: false, why: 'refused' };
    const parsed = schema.safeParse(await answer.json());
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, why: 'refused' };
  } catch (error) {
    // Only the network throws here; a hub that is just starting also answers with something that is no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return { ok: false, why: 'unreachable' };
    throw error;
  }
}

export const post = (body: unknown) => ({ method: 'POST', body });

/** What the page asks of the service; see `shared/protocol/setup.ts`. */
export const setupApi = {
  state: () => call(SetupState, 'state'),
  /** The POS's menus stay at the hub, so they need not travel. */
  put: (base: number, config: HouseConfig) =>
    call(
      SetupSaved,
      'config',
      { method: 'PUT', body: { base, config: { ...config, posMenus: {} } } },
      SAVED_STATUS,
    ),
  undo: (base: number, to: number) => call(SetupSaved, 'undo', post({ base, to }), SAVED_STATUS),
  history: (before: number | null) =>
    call(SetupHistory, before === null ? 'history' : `history?before=${before}`),
  trial: (base: number, config: unknown) => call(SetupTrial, 'import', post({ base, config, isDry: true })),
  import: (base: number, config: unknown) =>
    call(SetupSaved, 'import', post({ base, config, isDry: false }), SAVED_STATUS),
  screens: () => call(SetupScreens, 'screens'),
  standbys: () => call(SetupStandbys, 'standbys'),
  code: (request: SetupScreenRequest) => call(SetupScreenCode, 'screens', post(request)),
  revoke: (id: string) => call(Done, `screens/${encodeURIComponent(id)}/revoke`, post({})),
  testPrint: (printer: PrinterConfig) => call(SetupTestPrint, 'printers/test', post({ printer })),
  finish: () => call(Done, 'finish', post({})),
};
export type SetupApi = typeof setupApi;
