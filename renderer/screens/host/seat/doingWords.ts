import { afterStep } from '../../../../shared/domain/model/partySteps.ts';
import type { DoingLine, HouseDoing, ShiftDoing } from '../../../../shared/domain/selectors/shiftDoings.ts';
import type { Speech } from '../../../app/words.ts';
import { authorName } from '../authorName.ts';
import type { PartyName } from '../partyName.ts';
import { tablesWord } from './seatWords.ts';
import type { UndoOffer } from './takeBack.ts';

/** `Haddad seated at 7` */
export function doingWords(doing: ShiftDoing, { t }: Speech, nameOf: PartyName): string {
  if (!('party' in doing)) return houseWords(doing, t);
  const { party, step } = doing;
  const covers = afterStep(party, step, 'covers');
  return t(`host.doing.${step.kind}`, {
    party: nameOf(party),
    tables: tablesWord(afterStep(party, step, 'tables')) || '–',
    server: afterStep(party, step, 'server') ?? '–',
    other: nameOf(step.other),
    covers,
  });
}

function houseWords({ step }: HouseDoing, t: Speech['t']): string {
  if ('server' in step)
    return t(`host.doing.server_${step.mark}`, { server: step.server, other: step.other ?? '–' });
  const tables = 'table' in step ? step.table : tablesWord(step.tables);
  return t(`host.doing.table_${step.mark}`, { tables });
}

/** One doing of several that one press did: of a relief what is not a party's. */
export function partWords(doing: ShiftDoing, speech: Speech, nameOf: PartyName): string {
  const { step } = doing;
  return 'server' in step && step.mark === 'relieve'
    ? speech.t('host.doing.server_sections', { server: step.server, other: step.other ?? '–' })
    : doingWords(doing, speech, nameOf);
}

/** Who and when: `host-1 19:42` */
export function authorWords({ step }: Pick<ShiftDoing, 'step'>, speech: Speech): string {
  return `${authorName(step, speech)} ${speech.time(step.at)}`;
}

/** `Haddad seated at 7, 19:42`, pressed at this screen; of a table or a server what was pressed there. */
export function offerWords(offer: UndoOffer, speech: Speech, nameOf: PartyName): string {
  const { doing, noted, parts } = offer;
  const { t, time } = speech;
  if (parts.length > 0) return severalWords(offer, speech, nameOf);
  if (doing !== null) return `${doingWords(doing, speech, nameOf)}, ${time(doing.step.at)}`;
  const { command, tables, at } = noted;
  const words = (key: string, values: Record<string, string>) => t(`host.doing.${key}`, values);
  const where = { tables: tablesWord(tables.map(({ table }) => table)) };
  const what = () => {
    switch (command.type) {
      case 'table.mark':
        return words(`table_${command.state}`, where);
      case 'table.combine':
      case 'table.split':
      case 'table.hold':
      case 'table.resume':
        return words(command.type.replace('.', '_'), where);
      case 'server.cut':
        return words(command.isCut ? 'server_cut' : 'server_back', { server: command.server });
      case 'server.assign':
        return words('server_assign', { server: command.server });
      case 'server.relieve':
        return words('server_relieve', { server: command.server, other: command.by });
      default:
        return command.type;
    }
  };
  return `${what()}, ${time(at)}`;
}

/** `7 marked as no-show, 23:41, not Haddad`: what of them stays, because something came of it since, is named. */
function severalWords({ noted, parts }: UndoOffer, { t, time }: Speech, nameOf: PartyName): string {
  const open = parts.filter(({ refusal }) => refusal === null);
  const key = noted.command.type === 'table.mark' ? 'tables_clean' : 'no_shows';
  const stays = parts
    .filter((part) => !open.includes(part))
    .map(({ doing, noted: one }) =>
      doing === null ? tablesWord(one.tables.map(({ table }) => table)) : nameOf(doing.party),
    );
  return [
    t(`host.doing.${key}`, { count: open.length }),
    time(noted.at),
    ...(stays.length === 0 ? [] : [t('host.undo.not', { parties: stays.join(', ') })]),
  ].join(', ');
}

/** One line of the shift's list: `7 marked as no-show`. Only no-shows, clean tables and a relief are said of several at once. */
export function lineWords({ doings }: DoingLine, speech: Speech, nameOf: PartyName): string {
  const [newest] = doings;
  const relief = doings.find((doing) => !('party' in doing) && 'server' in doing.step);
  if (doings.length === 1 || relief) return doingWords(relief ?? newest, speech, nameOf);
  const count = { count: doings.length };
  if (!('party' in newest)) return speech.t('host.doing.tables_clean', count);
  if (newest.step.kind !== 'relieve') return speech.t('host.doing.no_shows', count);
  const server = afterStep(newest.party, newest.step, 'server') ?? '–';
  return speech.t('host.doing.relieves', { ...count, server });
}
