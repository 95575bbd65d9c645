import { Modifier } from '../domain/model/modifier.ts';
import type { LineAllergy } from '../domain/selectors/boardView.ts';
import {
  BOLD,
  type ChitLine,
  type ChitRun,
  MARK,
  NORMAL,
  type Paper,
  run,
  TALL,
  TALL_MARK,
} from './chitLines.ts';
import { paragraphs } from './columns.ts';
import type { ChitCourse, ChitDish, ChitModifier, ChitTicket } from './content.ts';
import { areCoursesNamed } from './layHead.ts';
import {
  allergenWord,
  type ChitSpeech,
  capitals,
  codeWord,
  courseWord,
  quantityWord,
  seatsWord,
  seatWord,
} from './speech.ts';
import { ends, held, wrap } from './wrap.ts';

const RULE: ChitLine = { kind: 'rule', mark: '-' };
/** Beneath a dish: clear of the mark and the quantity, so that the eye runs down the quantities. */
const BENEATH = 4;
const DEEPER = 2;

export function layCourses(ticket: ChitTicket, paper: Paper): ChitLine[] {
  if (ticket.courses.length === 0)
    return [RULE, ...wrap([run(paper.speech.t('chit.nothing'), BOLD)], { columns: paper.columns })];
  const isNamed = areCoursesNamed(ticket);
  return ticket.courses.flatMap((course) => [
    RULE,
    ...(isNamed ? layCourse(course, paper) : []),
    ...course.dishes.flatMap((dish) => layDish(dish, ticket, paper)),
  ]);
}

function layCourse(course: ChitCourse, { columns, speech }: Paper): ChitLine[] {
  const { firedAt } = course;
  const name = run(capitals(speech, courseWord(speech, course)), BOLD);
  return ends(
    [name],
    firedAt === null ? [] : [run(speech.t('chit.fired', { time: speech.time(firedAt) }))],
    columns,
  );
}

function layDish(dish: ChitDish, ticket: ChitTicket, paper: Paper): ChitLine[] {
  const { columns, speech } = paper;
  const { t } = speech;
  const struck = struckWord(dish, speech);
  const name: ChitRun[] = [
    ...(struck === null ? [] : [run(struck, TALL_MARK), run(' ', TALL)]),
    run(dish.name, TALL),
    ...(dish.isShared ? [run(` [${t('line.share')}]`, TALL)] : []),
    ...seatsOf(dish, ticket, speech),
  ];
  const before = [run(`${dish.delta ?? ' '} `, TALL), run(`${quantityWord(speech, dish.quantity)} `, TALL)];
  const under = (runs: readonly ChitRun[], deep = 0) =>
    wrap(runs, { columns, before: [run(' '.repeat(BENEATH + deep * DEEPER))] });
  const say = (words: readonly string[], style = NORMAL) =>
    words.flatMap((word) => under([run(word, style)]));
  return [
    // What may hurt somebody stands directly beneath the dish.
    ...wrap(name, { columns, before, hang: BENEATH }),
    ...say(stops(dish, speech), MARK),
    ...dish.allergies.flatMap((allergy) =>
      say([recipeWords(allergy, speech)], allergy.needsAnswer ? MARK : BOLD),
    ),
    ...dish.possible.flatMap((words) => say([`${t('possible.asking')} "${words}"`], BOLD)),
    ...say(whyHere(dish, speech), MARK),
    ...say(whereItWas(dish, ticket, speech), BOLD),
    ...dish.was.flatMap((was) => under([run(wasWords(was, dish, ticket, speech), BOLD)])),
    ...dish.modifiers.flatMap((modifier) => layModifier(modifier, 0, under, speech)),
    ...paragraphs(dish.notes ?? '').flatMap((note) =>
      wrap([run(note)], { columns, before: [run(' '.repeat(BENEATH)), run('» ', BOLD)] }),
    ),
    ...say(places(dish, speech)),
  ];
}

/** Before the name of what the cook is not to make. */
function struckWord({ voided, left }: ChitDish, { t }: ChitSpeech): string | null {
  if (voided !== null) return t('line.void');
  return left === null ? null : t(`chit.left.${left.why}`);
}

function whereItWas({ left, wasAt }: ChitDish, { headWas }: ChitTicket, speech: ChitSpeech): string[] {
  const { t } = speech;
  const stations = capitals(speech, (left?.at ?? []).join(', '));
  const why = left === null ? [] : [t(`chit.leftWhy.${left.why}`, { stations })];
  // Once at the head where the whole table has moved.
  if (wasAt === null || headWas.some(({ was }) => was === wasAt.title)) return why;
  return [...why, t('chit.wasAt', { title: wasAt.title, id: wasAt.number })];
}

/** The eye goes from the allergy's seat to its plates. */
function seatsOf({ seats }: ChitDish, { allergies }: ChitTicket, speech: ChitSpeech): ChitRun[] {
  if (seats.length === 0) return [];
  const isAllergic = allergies.some(
    ({ seat, weight }) =>
      seat !== null && seats.includes(seat) && (weight === 'filled' || weight === 'outlined'),
  );
  return [run(' ', TALL), run(held(`[${seatsWord(speech, seats)}]`), isAllergic ? TALL_MARK : TALL)];
}

type Under = (runs: readonly ChitRun[], deep?: number) => ChitLine[];

/** Each change on a line of its own, its own changes beneath it, as deep as they go. */
function layModifier(modifier: ChitModifier, deep: number, under: Under, speech: ChitSpeech): ChitLine[] {
  const { kind, name, quantity } = modifier;
  const verb =
    kind === null || kind === 'option'
      ? []
      : [run(capitals(speech, codeWord(speech, 'verb', kind)), BOLD), run(' ')];
  const times = quantity === 1 ? [] : [run(' '), run(`×${quantityWord(speech, quantity)}`, BOLD)];
  return [
    ...under([...verb, run(name), ...times], deep),
    ...modifier.modifiers.flatMap((inner) => layModifier(inner, deep + 1, under, speech)),
  ];
}

function stops(dish: ChitDish, speech: ChitSpeech): string[] {
  if (dish.stops.length === 0) return [];
  const allergies = dish.stops.map((word) => allergenWord(speech, word)).join(', ');
  return [speech.t('allergy.stop', { allergies }), speech.t('allergy.stopAsk')];
}

function recipeWords({ allergen, recipe, needsAnswer }: LineAllergy, speech: ChitSpeech): string {
  const { t, time } = speech;
  const word = allergenWord(speech, allergen);
  switch (recipe.kind) {
    case 'conflict': {
      const { what, answer } = recipe.conflict;
      const conflict = t('allergy.conflict', { what, allergen: word });
      if (answer !== null) {
        const given = t('allergy.answered', {
          answer: t(`allergy.answer.${answer.answer}`),
          time: time(answer.at),
        });
        return `${conflict}: ${given}`;
      }
      return needsAnswer ? `${conflict}. ${t('allergy.answer.ask')}` : conflict;
    }
    case 'not_listed':
      return t('allergy.notListed', { allergen: word });
    case 'none_listed':
      return t('allergy.noneListed', { allergen: word });
    default:
      return recipe satisfies never;
  }
}

function whyHere(dish: ChitDish, speech: ChitSpeech): string[] {
  const { t, time } = speech;
  const words: string[] = [];
  if (dish.voided !== null) {
    const { stage, reason } = dish.voided;
    const stageWord = stage === null ? null : t(`line.voidAt.${stage}`);
    const both = [stageWord, reason].filter((word) => word !== null).join(' · ');
    if (both !== '') words.push(both);
  }
  if (dish.addedAt !== null && dish.voided === null)
    words.push(t('line.addOn', { time: time(dish.addedAt) }));
  if (dish.refire !== null) {
    const { firedAt, reason } = dish.refire;
    const of = firedAt === null ? '' : ` ${t('line.refireOf', { time: time(firedAt) })}`;
    words.push(`${t('line.refire')}${of} · ${codeWord(speech, 'reason', reason)}`);
  } else if (dish.isOnTheFly) words.push(t('tile.onTheFly'));
  if (dish.is86) words.push(t('eightySix.mark'));
  if (dish.isNoStation) words.push(t('line.noStation'));
  return words;
}

function places(dish: ChitDish, speech: ChitSpeech): string[] {
  const { t } = speech;
  const words: string[] = [];
  if (dish.ready > 0)
    words.push(
      t('chit.ready', {
        ready: quantityWord(speech, dish.ready),
        quantity: quantityWord(speech, dish.quantity),
      }),
    );
  if (dish.alsoAt.length > 0)
    words.push(t('line.alsoAt', { stations: capitals(speech, dish.alsoAt.join(', ')) }));
  if (dish.from !== null) words.push(t('line.from', { station: capitals(speech, dish.from) }));
  if (dish.standsInFor !== null)
    words.push(t('line.standsIn', { station: capitals(speech, dish.standsInFor) }));
  if (dish.unknownStations.length > 0)
    words.push(t('line.unknownStation', { stations: dish.unknownStations.join(', ') }));
  return words;
}

function wasWords(
  { field, value }: ChitDish['was'][number],
  dish: ChitDish,
  ticket: ChitTicket,
  speech: ChitSpeech,
): string {
  const { t } = speech;
  const name = codeWord(speech, 'field', field);
  if (field === 'course') {
    const course = ticket.courses.find(({ dishes }) => dishes.includes(dish));
    if (course) return t('line.nowWith', { course: courseWord(speech, course) });
  }
  return t('chit.fieldWas', { field: name, value: valueWords(field, value, speech) });
}

function valueWords(field: string, value: unknown, speech: ChitSpeech): string {
  if (value === null || value === undefined || value === '') return speech.t('field.none');
  if (field === 'seat' && typeof value === 'number') return seatWord(speech, value);
  const modifiers = Modifier.array().safeParse(value);
  if (modifiers.success)
    return modifiers.data.map((one) => modifierWords(one, speech)).join(' · ') || speech.t('field.none');
  return Array.isArray(value) ? value.join(', ') : `${value}`;
}

function modifierWords({ kind, name, quantity, modifiers }: Modifier, speech: ChitSpeech): string {
  const verb =
    kind === null || kind === 'option' ? '' : `${capitals(speech, codeWord(speech, 'verb', kind))} `;
  const times = quantity === 1 ? '' : ` ×${quantityWord(speech, quantity)}`;
  const own = modifiers.map((inner) => modifierWords(inner, speech)).join(', ');
  return `${verb}${name}${times}${own === '' ? '' : ` (${own})`}`;
}
