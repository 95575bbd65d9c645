import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { State } from '../../shared/domain/model/state.ts';
import type { Store } from '../store/Store.ts';
import type { Alerts } from './alerts.ts';
import type { Poisoned } from './groupCommit.ts';

/** A cause that has not shown for this long is over. */
const CAUSE_LASTS_MS = 10 * 60_000;
const PREFIX = 'command_failed:';

/** Faults of the rules, contained: each message to dead letters, each cause one alert while it lasts. */
export class Poison {
  private readonly store: Store;
  private readonly alerts: Alerts;
  private readonly log: Logger;
  /** Alert code to when its cause was last seen. */
  private readonly causes = new Map<`command_failed:${string}`, number>();

  constructor(store: Store, alerts: Alerts, log: Logger) {
    this.store = store;
    this.alerts = alerts;
    this.log = log;
  }

  /** Alerts of an earlier run are over too when their cause stays away. */
  adopt(state: State, now: number): void {
    for (const code of Object.keys(state.alerts)) {
      if (code.startsWith(PREFIX)) this.causes.set(`command_failed:${code.slice(PREFIX.length)}`, now);
    }
  }

  take({ request, error }: Poisoned, now: number): void {
    const { type } = request.command;
    const signature = signatureOf(type, error);
    this.log.error(
      { err: error, commandId: request.commandId, command: type, signature },
      'command contained',
    );
    this.bury(
      { entrance: `command ${type}`, reason: `${signature}: ${reasonOf(error)}`, payload: request },
      now,
    );
    // An alert about alerts that cannot be raised would never end.
    if (type === 'alert.raise' || type === 'alert.clear') return;
    this.causes.set(`command_failed:${signature}`, now);
    this.alerts.set(
      `command_failed:${signature}`,
      `The hub could not handle a ${type}. Nothing was changed; the message is kept for 72 hours.`,
    );
  }

  bury(letter: { entrance: string; reason: string; payload: unknown }, now: number): void {
    try {
      this.store.deadLetters.put({ ...letter, at: now });
    } catch (error) {
      this.log.error({ err: error, entrance: letter.entrance }, 'a dead letter could not be kept');
    }
  }

  /** Called now and then: causes that stayed away are cleared. */
  settle(now: number): void {
    for (const [code, seenAt] of this.causes) {
      if (now - seenAt < CAUSE_LASTS_MS) continue;
      this.causes.delete(code);
      this.alerts.set(code, null);
    }
  }
}

/** The same fault of the same command, whatever ids stand in its message. */
function signatureOf(type: string, error: unknown): string {
  const frame =
    error instanceof Error ? (error.stack?.split('\n').find((line) => /^\s+at /u.test(line)) ?? '') : '';
  const name = error instanceof Error ? error.name : typeof error;
  return createHash('sha256').update(`${type}\0${name}\0${frame}`).digest('hex').slice(0, 8);
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.slice(0, 500);
}
