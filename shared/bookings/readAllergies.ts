import { OTHER_ALLERGEN, readAllergens } from '../domain/model/lexicon.ts';
import type { OutsideAllergy } from '../protocol/outside/allergy.ts';
import { plainWords } from './plainWords.ts';

/** What people write where there is nothing to write. */
const NOTHING = new Set(
  'no,none,na,n a,nil,nothing,not known,no allergies,none known,ninguna,ninguno,nada,sin alergias,no tiene,aucun,aucune,rien,neant,non,pas d allergie,aucune allergie'.split(
    ',',
  ),
);
/** A way of eating is no allergy (PRODUCT.md, Allergies: diet), unless the same words speak of one. */
const DIET =
  /\b(vegans?|vegan[ao]s?|vegetalien(?:ne)?s?|vegetarians?|vegetarian[ao]s?|vegetarien(?:ne)?s?|pescatarian|pescetarian|halal|kosher|cacher|keto|paleo|pregnan\w*|embarazada|enceinte|low salt|sin sal|low carb)\b/u;
const INTOLERANT = /\bintoleran/u;
const DIVIDER = /[,;|/\n]+|\s+(?:and|y|et|&)\s+/u;

/**
 * A cell that is there for allergies: everything in it is one. What the lexicon knows gets its code, any other word stays as it is written,
 * and the guest's own words go along. Nobody guesses downwards: less than an allergy is only what calls itself an intolerance or a diet.
 */
export function readAllergies(cell: string): OutsideAllergy[] {
  return cell.split(DIVIDER).flatMap((piece) => {
    const words = piece.trim();
    const plain = plainWords(words);
    if (plain === '' || NOTHING.has(plain)) return [];
    const reading = readAllergens(words);
    const diet = DIET.exec(plain)?.[1];
    if (reading === null)
      return [diet === undefined ? { allergen: words, words } : { allergen: diet, severity: 'diet', words }];
    const severity =
      reading.severity === 'unknown' && INTOLERANT.test(plain) ? 'intolerance' : reading.severity;
    return reading.allergens.map((allergen) => ({
      // "Allergic to sumac": the alarm is understood, its cause is the guest's own word.
      allergen: allergen === OTHER_ALLERGEN ? words : allergen,
      ...(severity === 'unknown' ? {} : { severity }),
      words,
    }));
  });
}

/** Of a note only what itself says allergy is one; a word that merely may mean one is left to whoever reads the note. */
export function allergiesInNote(note: string): OutsideAllergy[] {
  const reading = readAllergens(note);
  if (reading === null || reading.severity === 'unknown') return [];
  const { allergens, severity, words } = reading;
  return allergens.map((allergen) => ({ allergen, severity, words }));
}
