import { createInterface } from 'node:readline';
import { readyUrl } from './readyLine.ts';
import { RespawnDelay } from './respawnDelay.ts';
import { withPort } from './serviceArgs.ts';
import type { ServiceProcess } from './shellElectron.ts';

/** The service itself gives up waiting for its disk after 8 s. */
const STOP_PATIENCE_MS = 10_000;
/** What a person must mend (a flag, a taken folder or port) ends the service with one of these and a sentence. */
const REFUSED_EXITS = [1, 2];
/** Its last words come through a pipe and may be behind its end. */
const LAST_WORDS_MS = 100;
const SENTENCE = /^Heard: (?<sentence>.+)$/u;

/** The message that asks the service for a clean end (see serviceProcess.ts). */
export const STOP = 'stop';

export interface KeeperOptions {
  readonly fork: (args: string[]) => ServiceProcess;
  readonly args: readonly string[];
  /** It serves at this address: the first time, and again after every start. */
  readonly onReady: (url: string) => void;
  /** It ended although nobody asked it to, and will be started again. */
  readonly onDown: () => void;
  /** It never served and said why; starting it again would change nothing. */
  readonly onRefused: (code: number, sentence: string) => void;
  readonly print: { readonly out: (line: string) => void; readonly err: (line: string) => void };
}

/** Keeps one service running until it is told to stop. */
export class ServiceKeeper {
  readonly #options: KeeperOptions;
  readonly #delay = new RespawnDelay();
  #args: string[];
  #service: ServiceProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wasReady = false;
  #isStopping = false;
  #sentence = '';
  #onceEnded = () => {
    // Nobody waits yet.
  };

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#args = [...options.args];
  }

  start(): void {
    const { fork, print } = this.#options;
    const startedAt = performance.now();
    const service = fork(this.#args);
    this.#service = service;
    onLine(service.stdout, (line) => this.#heard(line));
    onLine(service.stderr, (line) => {
      this.#sentence = SENTENCE.exec(line)?.groups?.sentence ?? this.#sentence;
      print.err(line);
    });
    service.on('exit', (code) => this.#ended(code, performance.now() - startedAt));
  }

  /** Resolves when the service has ended, or would not. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    const service = this.#service;
    if (service === undefined) return;
    await new Promise<void>((resolve) => {
      const giveUp = setTimeout(() => {
        service.kill();
        resolve();
      }, STOP_PATIENCE_MS);
      this.#onceEnded = () => {
        clearTimeout(giveUp);
        resolve();
      };
      service.postMessage(STOP);
    });
  }

  #heard(line: string): void {
    this.#options.print.out(line);
    const url = readyUrl(line);
    if (url === undefined) return;
    this.#wasReady = true;
    // Screens elsewhere know this address: the next one takes the same port, also where any would have done.
    this.#args = withPort(this.#args, new URL(url).port);
    this.#options.onReady(url);
  }

  #ended(code: number, livedMs: number): void {
    this.#service = undefined;
    if (this.#isStopping) {
      this.#onceEnded();
      return;
    }
    if (!this.#wasReady && REFUSED_EXITS.includes(code)) {
      this.#timer = setTimeout(() => this.#options.onRefused(code, this.#sentence), LAST_WORDS_MS);
      return;
    }
    this.#options.onDown();
    this.#timer = setTimeout(() => this.start(), this.#delay.after(livedMs));
  }
}

function onLine(input: NodeJS.ReadableStream | null, listener: (line: string) => void): void {
  if (input !== null) createInterface({ input }).on('line', listener);
}
