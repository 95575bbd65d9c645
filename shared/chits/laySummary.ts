import { BOLD, type ChitLine, type Paper, run, TALL, TALL_MARK } from './chitLines.ts';
import type { ChitContent, ChitTicket } from './content.ts';
import { layAllergies } from './layAllergies.ts';
import { quantityWord } from './speech.ts';
import { bar, ends, wrap } from './wrap.ts';

/** What the printer missed while it was away, to look for on the screens; an order only once somebody takes a copy of it. */
export function laySummary(content: ChitContent, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t } = speech;
  return [
    ...bar(t('chit.missed', { count: content.tickets.length }), TALL_MARK, columns),
    ...wrap([run(t('chit.missedWhy'), BOLD)], { columns }),
    ...content.tickets.flatMap((ticket) => layMissed(ticket, paper)),
  ];
}

function layMissed(ticket: ChitTicket, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t, time } = speech;
  const fired = ticket.firedAt === null ? [] : [run(t('chit.fired', { time: time(ticket.firedAt) }))];
  const dishes = ticket.courses.flatMap((course) => course.dishes);
  const words = dishes
    .map((dish) => `${dish.delta === '-' ? '- ' : ''}${quantityWord(speech, dish.quantity)} ${dish.name}`)
    .join(', ');
  return [
    { kind: 'rule', mark: '-' },
    ...layAllergies(ticket, paper),
    ...ends([run(ticket.title, TALL), ...numberOf(ticket, paper)], fired, columns),
    ...wrap([run(words === '' ? t('chit.nothing') : words)], { columns, before: [run('  ')] }),
  ];
}

function numberOf(ticket: ChitTicket, { speech }: Paper) {
  return ticket.hasTable ? [run(` ${speech.t('tile.number', { number: ticket.number })}`, BOLD)] : [];
}
