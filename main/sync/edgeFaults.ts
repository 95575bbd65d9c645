import type { Command } from '../../shared/domain/commands/command.ts';
import type { HubPort } from '../hub/port.ts';

/** A cause that has not shown for this long is over. */
const CAUSE_LASTS_MS = 10 * 60_000;

/**
 * Faults of the edge's own code while it handles a message, before or after the hub had it. Each message is kept, each entrance makes one
 * alert while it lasts, and the service serves on. (Faults inside a decision are the hub's and alert by themselves.)
 */
export class EdgeFaults {
  private readonly hub: HubPort;
  private readonly clearing = new Map<string, NodeJS.Timeout>();

  constructor(hub: HubPort) {
    this.hub = hub;
  }

  /** `payload` has passed the card rule. */
  contained(entrance: string, error: unknown, payload: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.hub.deadLetter({ entrance, reason, payload });
    const code = `message_failed:${entrance.slice(0, 100)}`;
    const message = `Messages at ${entrance} cannot be handled. They are kept for 72 hours.`;
    if (!this.clearing.has(code)) this.ask({ type: 'alert.raise', alert: { code, message } });
    clearTimeout(this.clearing.get(code));
    this.clearing.set(code, setTimeout(() => this.over(code), CAUSE_LASTS_MS).unref());
  }

  private over(code: string): void {
    this.clearing.delete(code);
    this.ask({ type: 'alert.clear', code });
  }

  private ask(command: Command): void {
    const commandId = `edge-${this.hub.newId()}`;
    void this.hub.submit({ commandId, actor: { kind: 'house' }, claimedAt: this.hub.now(), command });
  }
}
