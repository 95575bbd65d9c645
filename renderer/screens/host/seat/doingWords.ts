import { afterStep } from '../../../../shared/domain/model/partySteps.ts';
import type { Doing } from '../../../../shared/domain/selectors/shiftDoings.ts';
import type { Speech } from '../../../app/words.ts';
import type { PartyName } from '../partyName.ts';
import { tablesWord } from './seatWords.ts';
import type { UndoOffer } from './takeBack.ts';

/** `Haddad seated at 7` */
export function doingWords({ party, step }: Doing, { t }: Speech, nameOf: PartyName): string {
  const covers = afterStep(party, step, 'covers');
  return t(`host.doing.${step.kind}`, {
    party: nameOf(party),
    tables: tablesWord(afterStep(party, step, 'tables')) || '–',
    server: afterStep(party, step, 'server') ?? '–',
    other: nameOf(step.other),
    covers,
  });
}

/** Who and when: `host-1 19:42` */
export function authorWords({ step: { by, screen, at } }: Pick<Doing, 'step'>, { time }: Speech): string {
  return `${screen ?? by} ${time(at)}`;
}

/** `Haddad seated at 7, 19:42`, pressed at this screen; of a table or a server what was pressed there. */
export function offerWords({ doing, noted }: UndoOffer, speech: Speech, nameOf: PartyName): string {
  const { t, time } = speech;
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
