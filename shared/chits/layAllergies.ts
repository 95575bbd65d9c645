import { BOLD, type ChitLine, DOUBLE, NORMAL, type Paper, run, TALL, TALL_MARK } from './chitLines.ts';
import type { ChitAllergy, ChitTicket } from './content.ts';
import { allergenWord, capitals, codeWord, seatWord } from './speech.ts';
import { bar, held, wrap } from './wrap.ts';

const INDENT = run('  ', NORMAL);

/**
 * Before everything else of its ticket, with the table in its own bar: on a slip of many tickets nobody may take one table's allergy for
 * another's. Nothing of it is ever shortened.
 */
export function layAllergies(ticket: ChitTicket, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t } = speech;
  const here = ticket.allergies.filter(({ weight }) => weight === 'filled' || weight === 'outlined');
  const elsewhere = ticket.allergies.filter(({ weight }) => weight === 'thin');
  const diets = ticket.allergies.filter(({ weight }) => weight === 'plain');
  const lines: ChitLine[] = [];
  const [first] = here;
  if (first !== undefined) {
    const word = here.some(({ weight }) => weight === 'filled') ? 'chit.allergy' : 'chit.intolerance';
    lines.push(...bar(t(word, { title: ticket.title }), TALL_MARK, columns));
    lines.push(...here.flatMap((allergy) => layAllergy(allergy, paper)));
    lines.push({ kind: 'rule', mark: '-' });
  }
  for (const allergy of elsewhere) {
    const words = `${speech.t('chit.allergyElsewhere')} ${named(allergy, paper)}`;
    lines.push(...wrap([run(words, BOLD)], { columns, hang: 2 }), ...layWords(allergy, paper));
  }
  for (const diet of diets) {
    const words = `${codeWord(speech, 'allergen', diet.allergen)} ${seatWord(speech, diet.seat)}`;
    lines.push(...wrap([run(t('allergy.diet', { words }))], { columns, hang: 2 }), ...layWords(diet, paper));
  }
  for (const words of ticket.possible)
    lines.push(...wrap([run(`${t('possible.asking')} "${words}"`, BOLD)], { columns, hang: 2 }));
  return lines;
}

function layAllergy(allergy: ChitAllergy, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t, time } = speech;
  const severity = codeWord(speech, 'allergy.severity', allergy.severity);
  const mark = allergy.isAdded ? [run(t('allergy.added'), { ...BOLD, isInverse: true }), run(' ')] : [];
  const big = allergy.weight === 'filled' ? DOUBLE : TALL;
  const lines: ChitLine[] = [
    ...(allergy.severity === 'allergy' && mark.length === 0
      ? []
      : wrap([...mark, ...(allergy.severity === 'allergy' ? [] : [run(capitals(speech, severity), BOLD)])], {
          columns,
        })),
    ...wrap([run(named(allergy, paper), big)], { columns }),
    ...layWords(allergy, paper),
  ];
  const say = (words: string, style = BOLD) =>
    lines.push(...wrap([run(words, style)], { columns, before: [INDENT] }));
  if (allergy.crossContact) say(t('allergy.crossContact'));
  if (!allergy.isSaidByPos)
    say(t('allergy.posSilent', { allergen: allergenWord(speech, allergy.allergen) }), NORMAL);
  if (allergy.isOwed) say(t('chit.callBack', { allergy: named(allergy, paper) }));
  else if (allergy.heardAt !== null) say(t('chit.heard', { time: time(allergy.heardAt) }), NORMAL);
  return lines;
}

function named({ allergen, seat }: ChitAllergy, { speech }: Paper): string {
  return `${allergenWord(speech, allergen)} ${held(seatWord(speech, seat))}`;
}

/** The guest's own words. */
function layWords({ words }: ChitAllergy, { columns }: Paper): ChitLine[] {
  return words === null ? [] : wrap([run(`"${words}"`, BOLD)], { columns, before: [INDENT] });
}
