import type { PaperLine } from '../../../../shared/domain/selectors/paperLines.ts';
import type { Speech } from '../../../app/words.ts';
import { allergyAndSeat } from '../tile/allergyWords.ts';

/** More would not be read at a glance. */
const MOST_TITLES = 5;

/** What keeps a printer, in the screen's language; a reason nobody has words for is for the log. */
export function troubleWords(trouble: string, { t, has }: Speech): string {
  const key = `paper.trouble.${trouble}`;
  return has(key) ? t(key) : t('paper.trouble.other');
}

/** `page`: of the first ticket, for whoever has it on the board; null: the pass. */
export function lineWords(
  line: PaperLine,
  speech: Speech,
  printerName: (id: string) => string,
  page: number | null,
): string {
  const { t, time, stationName } = speech;
  const since = time(line.since);
  switch (line.kind) {
    case 'unseen':
      return t(`paper.line.${line.weight}`, {
        station: stationName(line.station),
        tickets: titles(line.titles),
        time: since,
      });
    case 'notPainted': {
      const count = line.tickets.length;
      return page === null
        ? t('paper.line.notPainted', { count, station: stationName(line.station) })
        : t('paper.line.notPaintedHere', { count, page: page + 1 });
    }
    case 'call':
      return t('paper.line.call', {
        station: stationName(line.station),
        allergies: line.allergies.map((allergy) => allergyAndSeat(speech, allergy)).join(' · '),
        ticket: line.title,
      });
    case 'waiting':
      return t('paper.line.waiting', {
        printer: printerName(line.printer),
        trouble: troubleWords(line.trouble, speech),
        count: line.count,
        time: since,
      });
    case 'unknown':
    case 'failed':
      return t(`paper.line.${line.kind}`, {
        number: line.number,
        station: stationName(line.station),
        tickets: titles(line.titles),
      }).trim();
    case 'missed':
      return t('paper.line.missed', {
        count: line.count,
        station: stationName(line.station),
        time: since,
      });
    default:
      return line satisfies never;
  }
}

function titles(all: readonly string[]): string {
  const said = all.slice(0, MOST_TITLES).join(', ');
  return all.length > MOST_TITLES ? `${said} +${all.length - MOST_TITLES}` : said;
}
