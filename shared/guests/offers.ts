import type { KeyedAllergy } from '../domain/commands/keyedCommands.ts';
import { gravityOf } from '../domain/model/allergen.ts';
import type { PartyLive } from '../domain/model/party.ts';
import type { StandingAllergy } from '../domain/model/regular.ts';

type Known = Pick<PartyLive, 'allergies' | 'standingLeft'>;

/**
 * What a guest has brought before and this party neither has nor was left without by a person: offered until answered. One that stands
 * milder on the party than it was is offered again.
 */
export function offersOf(standing: readonly StandingAllergy[], live: Known): StandingAllergy[] {
  return standing.filter(
    ({ allergen, severity }) =>
      !(live.standingLeft ?? []).includes(allergen) &&
      !live.allergies.some(
        (one) => one.allergen === allergen && gravityOf(one.severity) >= gravityOf(severity),
      ),
  );
}

const SEVERITIES = ['unknown', 'diet', 'intolerance', 'allergy', 'anaphylaxis'] as const;

/** As it is put on a party, seat unknown: who of the table it is is asked there. A word nobody knows stands with `unknown`, which blocks. */
export function keyedOffer({ allergen, severity, crossContact, words }: StandingAllergy): KeyedAllergy {
  const known = SEVERITIES.find((one) => one === severity) ?? 'unknown';
  return { allergen, severity: known, crossContact, words, seat: null };
}
