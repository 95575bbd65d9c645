import type { HandOffOrder, PackLine } from '../../../shared/domain/selectors/handOffList.ts';
import { dishName, useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { allergenWord } from '../board/tile/allergyWords.ts';
import { Modifiers } from '../board/tile/Modifiers.tsx';
import { StationParts } from '../board/tile/StationParts.tsx';
import css from './HandOff.module.css';

interface RowProps {
  readonly order: HandOffOrder;
  readonly pack: PackLine;
  /** The bag that is open. */
  readonly into: number;
  readonly onPress: (line: PackLine, seen: number) => void;
}

/** A dish of an order: in its bag, to be ticked into one, or still made and by whom. */
export function PackRow({ order, pack, into, onPress }: RowProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { line, bag, isReady } = pack;
  const dish = dishName(line, speech.language);
  const allergens = [...new Set(line.allergies.map(({ allergen }) => allergenWord(speech, allergen)))];
  return (
    <li>
      <Press
        zone={order.ticketId}
        testId="pack-line"
        className={cls(
          css.line,
          bag !== null && css.inBag,
          !isReady && css.notReady,
          allergens.length > 0 && css.allergic,
        )}
        isBlocked={!isReady}
        hint={bag === null ? t('handoff.into', { bag: into, dish }) : t('handoff.outOf', { bag, dish })}
        act={(down) => onPress(pack, down.seen)}
      >
        <span className={css.quantity}>{line.quantity}</span>
        <span className={css.dish}>
          <b>
            {isReady && <Shape name="ready" />} {dish}
          </b>
          {line.modifiers.length > 0 && <Modifiers modifiers={line.modifiers} />}
          {line.notes !== null && <small>“{line.notes}”</small>}
          {allergens.length > 0 && (
            <b className={css.allergens}>
              <Shape name="allergy" /> {allergens.join(', ')}
            </b>
          )}
          {!isReady && <StationParts line={line} />}
        </span>
        {bag !== null && <b className={css.where}>{t('handoff.bag', { bag })}</b>}
      </Press>
    </li>
  );
}
