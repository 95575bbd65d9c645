import {
  BOLD,
  type ChitLine,
  type ChitRun,
  DOUBLE,
  MARK,
  NORMAL,
  type Paper,
  run,
  TALL,
  TALL_MARK,
} from './chitLines.ts';
import { paragraphs } from './columns.ts';
import type { ChitContent, ChitTicket, HeadWas } from './content.ts';
import { capitals, codeWord, courseWord } from './speech.ts';
import { bar, ends, held, wrap } from './wrap.ts';

/** Whose food it is: the table largest, then what the kitchen must know of the whole ticket. */
export function layHead(ticket: ChitTicket, { kind, stationName }: ChitContent, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t, time } = speech;
  const number = ticket.hasTable ? [run(t('tile.number', { number: ticket.number }), BOLD)] : [];
  const station = run(capitals(speech, stationName ?? t('line.noStation')), BOLD);
  // Where the courses are named, each says its own.
  const fired =
    ticket.firedAt === null || areCoursesNamed(ticket)
      ? []
      : [run(t('chit.fired', { time: time(ticket.firedAt) }), BOLD)];
  const lines: ChitLine[] = [
    ...ends([run(ticket.title, DOUBLE)], number, columns),
    ...ends([station], fired, columns),
  ];
  const say = (words: string, style = NORMAL) => lines.push(...wrap([run(words, style)], { columns }));
  const who = whoWords(ticket, paper);
  if (who !== '') say(who);
  if (ticket.promisedAt !== null) say(t('tile.readyBy', { time: time(ticket.promisedAt) }), TALL);
  const labels = labelWords(ticket, paper);
  if (labels.length > 0)
    lines.push(
      ...wrap(
        labels.flatMap((label, index): ChitRun[] => [
          ...(index > 0 ? [run(' ')] : []),
          // Spaces that belong to the label, not between words.
          run(label, MARK),
        ]),
        { columns },
      ),
    );
  if (ticket.since !== null && kind !== 'copy') {
    const { number: id, at } = ticket.since;
    say(t('chit.changeOf', { id, time: time(at) }), TALL);
  }
  // Never new food to a cook who has it in his hand already.
  for (const id of ticket.perhapsOn) {
    lines.push(...bar(t('chit.reprint'), TALL_MARK, columns));
    say(t('chit.reprintWhy', { id }), BOLD);
  }
  for (const was of ticket.headWas) say(`~ ${wasWords(was, paper)}`, BOLD);
  if (ticket.strip.length > 1) lines.push(...layStrip(ticket, paper));
  for (const note of paragraphs(ticket.notes ?? ''))
    lines.push(...wrap([run(note, BOLD)], { columns, before: [run('» ', BOLD)] }));
  return lines;
}

export function areCoursesNamed({ strip, courses }: ChitTicket): boolean {
  return strip.length > 1 || courses.length > 1;
}

function whoWords(ticket: ChitTicket, { speech }: Paper): string {
  const { t } = speech;
  const { pickup } = ticket;
  return [
    ticket.server,
    ticket.covers === null ? null : t('tile.covers', { count: ticket.covers }),
    ticket.channel === 'dine_in' ? null : codeWord(speech, 'channel', ticket.channel),
    ticket.customer,
    pickup === null ? null : codeWord(speech, 'chit.pickup', pickup.kind),
    pickup?.code ? t('tile.pickupCode', { code: pickup.code }) : null,
    ticket.cutlery === null ? null : t(ticket.cutlery ? 'tile.cutlery' : 'tile.noCutlery'),
  ]
    .filter((word) => word !== null)
    .map(held)
    .join(' · ');
}

function labelWords(ticket: ChitTicket, { speech }: Paper): string[] {
  const { t, time } = speech;
  return [
    ticket.isRush ? t('tile.rush') : null,
    ticket.awaySince === null ? null : t('chit.away', { time: time(ticket.awaySince) }),
    ticket.isVip ? t('tile.vip') : null,
    ticket.occasion,
  ].filter((word) => word !== null);
}

function wasWords({ field, was }: HeadWas, { speech }: Paper): string {
  const { t, time } = speech;
  const value =
    was === null ? t('field.none') : field === 'promisedAt' && typeof was === 'number' ? time(was) : `${was}`;
  return t(`chit.was.${field}`, { value });
}

/** `Starters run 19:09 · MAINS fired 19:19 · Dessert held`: the courses on this chit in capitals. */
function layStrip({ strip }: ChitTicket, { columns, speech }: Paper): ChitLine[] {
  const runs = strip.flatMap((step, index): ChitRun[] => {
    const name = courseWord(speech, step);
    const state = speech.t(`course.state.${step.state}`);
    const words = `${step.isHere ? capitals(speech, name) : name} ${state}${step.at === null ? '' : ` ${speech.time(step.at)}`}`;
    return [...(index > 0 ? [run(' · ')] : []), run(held(words), step.isHere ? BOLD : NORMAL)];
  });
  return wrap(runs, { columns, hang: 2 });
}
