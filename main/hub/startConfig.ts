import type { Logger } from 'pino';
import { defaultConfig, type HouseConfig } from '../../shared/config/houseConfig.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { ConfigDocument } from '../../shared/protocol/screenMessages.ts';
import type { Store } from '../store/Store.ts';
import type { ConfigFile } from './configFile.ts';
import type { Hub } from './Hub.ts';

/** The document that the log says is in force. A read-only hub shows its board also without one. */
export function configInForce(store: Store, state: State, isReadOnly: boolean): ConfigDocument {
  if (state.configVersion === 0) return { version: 0, config: defaultConfig };
  const document = store.config.get(state.configVersion);
  if (document === null && isReadOnly) return { version: state.configVersion, config: defaultConfig };
  if (document === null) throw new Error(`configuration ${state.configVersion} is in the log and not stored`);
  return document;
}

/** At a start: a `config.json` that is new becomes the next version; a house without any gets the default as version 1. */
export function takeConfigAtStart(hub: Hub, store: Store, file: ConfigFile, log: Logger): void {
  const { version, config: current } = hub.config();
  if (file.kind === 'valid' && file.digest !== store.config.lastFileDigest()) {
    // What the POSs have put is theirs: no person's file knows it.
    const config = { ...file.config, posMenus: { ...current.posMenus, ...file.config.posMenus } };
    put(hub, version + 1, config, file.digest, log);
  } else if (version === 0) {
    put(hub, 1, defaultConfig, undefined, log);
  }
  if (file.kind === 'invalid') log.error({ problem: file.message }, 'config.json is not used');
  hub.alerts.set('config_invalid', file.kind === 'invalid' ? `Not used: ${file.message}` : null);
}

function put(
  hub: Hub,
  version: number,
  config: HouseConfig,
  fileDigest: string | undefined,
  log: Logger,
): void {
  const from = fileDigest ?? 'default';
  const kind = fileDigest === undefined ? 'default' : 'file';
  hub
    .submit(
      {
        commandId: `house:config.put:${version}:${from}`,
        actor: { kind: 'house' },
        claimedAt: hub.now(),
        command: { type: 'config.put', version, config, by: 'house', note: { kind } },
      },
      fileDigest === undefined ? {} : { fileDigest },
    )
    .then(
      (result) =>
        result.ok
          ? log.info({ version, from }, 'configuration')
          : log.error({ result }, 'configuration not taken'),
      (error: unknown) => log.error({ err: error }, 'configuration not taken'),
    );
  // Decided here and now: whoever is given the hub finds the configuration in force.
  hub.drain();
}
