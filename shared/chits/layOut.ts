import { BOLD, type ChitLine, NORMAL, type Paper, run, TALL, TALL_MARK } from './chitLines.ts';
import type { ChitContent, ChitTicket } from './content.ts';
import { layAllergies } from './layAllergies.ts';
import { layCourses } from './layDishes.ts';
import { layHead } from './layHead.ts';
import { laySummary } from './laySummary.ts';
import { type ChitSpeech, capitals } from './speech.ts';
import { bar, ends, wrap } from './wrap.ts';

/**
 * A chit as it lies on the paper. What is read first stands first: that it is a second copy, then who is allergic, then whose it is, then what
 * to cook; what only matters to find the slip again stands last.
 */
export function layOut(content: ChitContent, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t } = speech;
  const body =
    content.kind === 'summary'
      ? laySummary(content, paper)
      : content.tickets.flatMap((ticket, index) => [
          ...(index > 0 ? [THICK] : []),
          ...layTicket(ticket, content, paper),
        ]);
  const gone =
    content.goneCount > 0 ? wrap([run(t('chit.gone', { count: content.goneCount }), BOLD)], { columns }) : [];
  return [...layMarks(content, paper), ...body, ...gone, THICK, ...layFoot(content, paper), { kind: 'cut' }];
}

const THICK: ChitLine = { kind: 'rule', mark: '=' };

/** What makes this slip more, or less, than an order. */
function layMarks(content: ChitContent, { columns, speech }: Paper): ChitLine[] {
  const { t } = speech;
  const lines: ChitLine[] = [];
  if (content.reprint !== null)
    lines.push(
      ...bar(t('chit.reprint'), TALL_MARK, columns),
      ...wrap([run(reprintWords(content.reprint.of, speech), BOLD)], { columns }),
    );
  if (content.kind === 'copy')
    lines.push(
      ...bar(t('chit.copy'), TALL_MARK, columns),
      ...wrap([run(t('chit.copyWhy'), BOLD)], { columns }),
    );
  if (content.alsoAt !== null) {
    const { isStationOffline, printer } = content.alsoAt;
    const words = isStationOffline
      ? offlineWords(printer, speech)
      : t('chit.mayAlso', { printer: printer ?? '' });
    // Clear of the allergy's own bar, which is the one to be seen first.
    lines.push(...bar(words, { ...TALL_MARK, size: 'normal' }, columns), { kind: 'rule', mark: '-' });
  }
  if (content.kind === 'board')
    lines.push(...wrap([run(t('chit.board', { count: content.tickets.length }), TALL)], { columns }));
  return lines;
}

function layTicket(ticket: ChitTicket, content: ChitContent, paper: Paper): ChitLine[] {
  return [...layAllergies(ticket, paper), ...layHead(ticket, content, paper), ...layCourses(ticket, paper)];
}

/** Why it came, and by which number it is found again. The last words tell a whole slip from one the paper ended in. */
function layFoot(content: ChitContent, { columns, speech }: Paper): ChitLine[] {
  const { t, time } = speech;
  const { number: id, row } = content;
  return [
    ...wrap([run(reasonWords(content, speech), BOLD)], { columns }),
    ...ends(
      [run(t('chit.id', { id }), BOLD), run(` · ${t('chit.nOf', { n: row.n, m: row.m })}`, NORMAL)],
      [run(time(content.queuedAt), NORMAL)],
      columns,
    ),
  ];
}

function offlineWords(printer: string | null, { t }: ChitSpeech): string {
  return printer === null ? t('chit.stationOfflineAlone') : t('chit.stationOffline', { printer });
}

function reprintWords(id: number | null, { t }: ChitSpeech): string {
  return id === null ? t('chit.reprintOfLost') : t('chit.reprintWhy', { id });
}

function reasonWords(content: ChitContent, speech: ChitSpeech): string {
  const { t, time } = speech;
  const { kind, since, by } = content.reason;
  const station = capitals(speech, content.stationName ?? t('line.noStation'));
  const at = time(since ?? content.queuedAt);
  switch (kind) {
    case 'not_listed':
      return t('chit.reason.not_listed', { station, time: at });
    case 'station_down':
      return t('chit.reason.station_down', { station, time: at });
    case 'asked':
      return t(by === null ? 'chit.reason.asked' : 'chit.reason.askedBy', { by: by ?? '', time: at });
    case 'unknown':
      return t(by === null ? 'chit.reason.asked' : 'chit.reason.askedBy', {
        by: by ?? '',
        time: time(content.queuedAt),
      });
    case 'missed':
      return t('chit.reason.missed', { time: at });
    default:
      return kind satisfies never;
  }
}
