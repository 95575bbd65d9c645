import type { State } from '../../shared/domain/model/state.ts';
import type { SubmitRequest } from './port.ts';

/** The codes the hub itself raises; the message is in English, screens translate by the code. */
export type HubAlertCode =
  | 'disk_low'
  | 'clock_drift'
  | 'config_invalid'
  | 'backup_failed'
  | `command_failed:${string}`;

export interface AlertHost {
  readonly state: () => State;
  readonly now: () => number;
  readonly submit: (request: SubmitRequest) => Promise<unknown>;
}

/** Raises once while a cause lasts, clears once when it is over; asked as often as one likes. */
export class Alerts {
  private readonly host: AlertHost;
  private readonly asked = new Set<string>();

  constructor(host: AlertHost) {
    this.host = host;
  }

  /** `message` null: the cause is over. */
  set(code: HubAlertCode, message: string | null): void {
    const isRaised = Object.hasOwn(this.host.state().alerts, code);
    if (isRaised === (message !== null) || this.asked.has(code)) return;
    const verb = message === null ? 'clear' : 'raise';
    this.asked.add(code);
    const done = () => this.asked.delete(code);
    this.host
      .submit({
        // The state it was seen in makes the id: the same cause again is another alert, a restart in between is not.
        commandId: `house:alert.${verb}:${code}:${this.host.state().seq}`,
        actor: { kind: 'house' },
        claimedAt: this.host.now(),
        command:
          message === null
            ? { type: 'alert.clear', code }
            : { type: 'alert.raise', alert: { code, message } },
      })
      .then(done, done);
  }
}
