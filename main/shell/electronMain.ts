// What Electron runs: package.json's "main", built to dist/service. Everything is in startShell.ts, which a test can run without Electron.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, Menu, powerSaveBlocker, session, utilityProcess } from 'electron';
import { Complaint } from '../service/complaint.ts';
import { readStartFlags } from '../service/startFlags.ts';
import { serviceArgs } from './serviceArgs.ts';
import { startShell } from './startShell.ts';

const BUILT = join(import.meta.dirname, '..');

// Whoever read them is gone; the app goes on.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
// The launcher is gone, and told nobody.
if (process.connected) process.once('disconnect', () => app.quit());

try {
  main();
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  process.stderr.write(`Heard: ${error.message}\n`);
  app.exit(error.exitCode);
}

function main(): void {
  const args = serviceArgs(process.argv.slice(1));
  // Chromium's folder lies in the data's, so that the one app a profile is the one service a data folder.
  const profile = join(readStartFlags(args).dataDir, 'window');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  startShell(
    {
      app,
      BrowserWindow,
      Menu,
      powerSaveBlocker,
      utilityProcess,
      // Asked for only when the app is ready: it does not exist before.
      session: {
        get defaultSession() {
          return session.defaultSession;
        },
      },
    },
    {
      args,
      profile,
      platform: process.platform,
      serviceFile: join(import.meta.dirname, 'serviceProcess.js'),
      preload: join(BUILT, 'preload', 'preload.cjs'),
      icon: join(BUILT, '..', 'assets', 'icon.png'),
      print: {
        out: (line) => process.stdout.write(`${line}\n`),
        err: (line) => process.stderr.write(`${line}\n`),
      },
    },
  );
}
