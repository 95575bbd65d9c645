import { Command, CommanderError } from 'commander';
import { Refusal } from '../store/refusal.ts';
import { Complaint } from './complaint.ts';
import { defaultDataDir } from './dataDir.ts';
import { createToken, listTokens, revokeToken, type TokenFlags } from './tokenCommands.ts';

/**
 * `npm run heard -- CMD`: what is done to a data folder from a terminal, beside a running service or without one. Commands that need more than
 * the token table load it when they are asked for: a token is made in a moment.
 */

interface DataFlag {
  readonly data: string;
}

function commands(): Command {
  const heard = new Command('heard').description('Heard from the terminal').exitOverride();
  const token = heard.command('token').description('tokens of programs and screens').exitOverride();
  const withData = (command: Command) =>
    command.option('--data <dir>', 'folder of the data', defaultDataDir()).exitOverride();

  withData(token.command('create'))
    .description('makes a token and prints it once')
    .requiredOption('--scope <scope>', 'pos, bookings, screen, station or admin')
    .requiredOption('--name <name>', 'shown where the token is listed and in the log')
    .option('--role <role...>', 'kitchen, expo, host, manager')
    .option('--source <source>', 'the only source it may name')
    .action((flags: TokenFlags & DataFlag) => createToken(flags.data, flags));
  withData(token.command('list')).action((flags: DataFlag) => listTokens(flags.data));
  withData(token.command('revoke'))
    .argument('<token>', 'its id or name')
    .action((idOrName: string, flags: DataFlag) => revokeToken(flags.data, idOrName));

  heard
    .command('replay')
    .description('replays a log (a database, or lines of JSON) and prints what comes of it')
    .argument('<file>')
    .option('--to <seq>', 'the last log number to take')
    .exitOverride()
    .action(async (file: string, flags: { readonly to?: string }) => {
      const { replayFile } = await import('./replayCommand.ts');
      process.stdout.write(`${JSON.stringify(replayFile(file, seqOf(flags.to)))}\n`);
    });
  withData(heard.command('backup'))
    .description('copies the data to a file or into a folder, beside a running service too')
    .argument('<to>')
    .action(async (to: string, flags: DataFlag) =>
      (await import('./backupCommand.ts')).backupTo(flags.data, to),
    );
  withData(heard.command('restore'))
    .description('brings a backup back; the service must be stopped')
    .argument('<from>')
    .option('--other-site', "this device becomes the hub of the backup's house")
    .action(async (from: string, flags: DataFlag & { readonly otherSite?: boolean }) =>
      (await import('./restoreCommand.ts')).restoreFrom(flags.data, from, flags.otherSite === true),
    );
  const guests = heard.command('guests').description('guests that the house remembers').exitOverride();
  withData(guests.command('audit'))
    .description('lists who looked at guests, changed and erased them, newest last')
    .action(async (flags: DataFlag) => (await import('./guests/guestCommands.ts')).listAudit(flags.data));
  withData(guests.command('erase'))
    .description('erases a guest at once, beside a running service too')
    .argument('<who>', 'a telephone number, an e-mail address, or an id of the audit')
    .action(async (who: string, flags: DataFlag) =>
      (await import('./guests/guestCommands.ts')).eraseGuest(flags.data, who),
    );
  withData(guests.command('clean'))
    .description('takes those who were erased since out of a backup that lies elsewhere')
    .argument('<file>')
    .action(async (file: string, flags: DataFlag) =>
      (await import('./guests/guestCommands.ts')).cleanBackup(flags.data, file),
    );
  withData(heard.command('promote'))
    .description('makes the standby of this folder the hub, beside its running service or without one')
    .option('--old-hub-is-off', 'the answer to the question whether the old hub is off')
    .action(async (flags: DataFlag & { readonly oldHubIsOff?: boolean }) =>
      (await import('./promoteCommand.ts')).promoteStandby(flags.data, flags.oldHubIsOff === true),
    );
  withData(heard.command('languages'))
    .description('lists the languages, and what each file lacks: 0 nothing, 1 words, 2 a file is not taken')
    .action(async (flags: DataFlag) => {
      process.exitCode = (await import('./languagesCommand.ts')).listLanguages(flags.data);
    });
  withData(heard.command('doctor'))
    .description('checks the data: 0 all is well, 1 somebody should look, 2 bad')
    .option('--json', 'for programs')
    .action(async (flags: DataFlag & { readonly json?: boolean }) => {
      process.exitCode = await (await import('./doctorCommand.ts')).runDoctor(
        flags.data,
        flags.json === true,
      );
    });
  return heard;
}

function seqOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/u.test(text)) throw Complaint.usage(`--to wants a log number, not ${text}.`);
  return Number(text);
}

/** The exit code; what a person must be told is told. */
function exitCodeOf(error: unknown): number {
  // Commander has written its own sentence; help asked for is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Complaint || error instanceof Refusal)) throw error;
  process.stderr.write(`Heard: ${error.message}\n`);
  return error instanceof Complaint ? error.exitCode : 1;
}

try {
  await commands().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
