import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { nightBeginsAt } from '../../shared/demo/restaurant/house.ts';
import { BUILD } from '../../shared/lib/build.ts';
import { noteExit } from '../store/exitNotes.ts';
import { DataFault, Refusal } from '../store/refusal.ts';
import { Complaint } from './complaint.ts';
import type { DemoNight } from './demo/DemoNight.ts';
import { DemoPrinter } from './demo/DemoPrinter.ts';
import { prepareDemoFolder } from './demo/demoFolder.ts';
import type { DemoWish } from './demo/demoWish.ts';
import { playNight } from './demo/playNight.ts';
import { endWith } from './endings.ts';
import { runService, type Service } from './runService.ts';
import { announceService, withdrawService } from './serviceFile.ts';
import { DeviceRole } from './standby/DeviceRole.ts';
import { startRole } from './standby/startRole.ts';
import { readStartFlags, type StartFlags } from './startFlags.ts';

/**
 * The service process: the hub, or a station of one, and its edges without a window. stdout carries one line, `ready`, once it serves; the log and what a person
 * must be told go to stderr.
 */
const FAULT_EXIT = 70;
const logger = pino({ name: 'heard' }, pino.destination({ fd: 2, sync: true }));

try {
  await main();
} catch (error) {
  process.exit(tell(error));
}

async function main(): Promise<void> {
  const flags = readStartFlags(process.argv.slice(2));
  if (flags.demo === null) await serveDevice(flags);
  else await serveDemo(flags, flags.demo);
}

async function serveDevice({ host, port, dataDir, join }: StartFlags): Promise<void> {
  const own = { dataDir, rendererDir: findRenderer(), build: BUILD, logger };
  const device = new DeviceRole({ ...own, flags: join, host, port }, startRole(dataDir, join));
  const service = await device.start();
  noteFaults(dataDir);
  endWith(async () => {
    withdrawService(dataDir);
    await device.stop();
  }, logger);
  sayReady(service, dataDir);
}

async function serveDemo(flags: StartFlags, wish: DemoWish): Promise<void> {
  const { host, port, isHeadless } = flags;
  const printer = await DemoPrinter.start(logger);
  const folder = prepareDemoFolder(flags.dataDir, printer.config);
  const { dataDir } = folder;
  const demo = { startAt: nightBeginsAt(wish.night), speed: wish.speed };
  const rendererDir = findRenderer();
  const service = await runService({
    host,
    port,
    dataDir,
    demo,
    rendererDir,
    build: BUILD,
    logger,
  });
  noteFaults(dataDir);
  let night: DemoNight | null = null;
  endWith(async () => {
    await night?.end();
    await end(service, dataDir);
    await printer.end();
  }, logger);
  sayReady(service, dataDir, printer.paper);
  const endNight = async (exitCode: number) => {
    withdrawService(dataDir);
    await night?.end();
    await printer.end();
    process.exit(exitCode);
  };
  night = playNight({ service, wish, folder, isHeadless, log: logger, end: endNight });
}

function noteFaults(dataDir: string): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'a fault of our own: this process ends');
    noteExit(dataDir, error, Date.now());
    process.exit(FAULT_EXIT);
  });
}

/** `paper`: where the demo's printer is seen. */
function sayReady({ url, epoch }: Pick<Service, 'url' | 'epoch'>, dataDir: string, paper?: string): void {
  announceService(dataDir, url);
  process.stdout.write(`${JSON.stringify({ event: 'ready', url, epoch, pid: process.pid, paper })}\n`);
}

async function end(service: Pick<Service, 'stop'>, dataDir: string): Promise<void> {
  withdrawService(dataDir);
  await service.stop();
}

/** Beside the built service, or where the build puts it when this file runs from its source. */
function findRenderer(): string {
  const places = ['../renderer/', '../../dist/renderer/'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return (
    places.find((place) => existsSync(`${place}index.html`)) ??
    fileURLToPath(new URL('../renderer/', import.meta.url))
  );
}

/** One clear sentence for what a person can mend, everything for what they cannot. */
function tell(error: unknown): number {
  if (error instanceof Complaint || error instanceof Refusal) {
    process.stderr.write(`Heard: ${error.message}\n`);
    return error instanceof Complaint ? error.exitCode : 1;
  }
  logger.fatal({ err: error }, 'the service could not start');
  if (error instanceof DataFault) process.stderr.write(`Heard: ${error.message}\n`);
  return FAULT_EXIT;
}
