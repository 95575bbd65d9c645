import { memo } from 'react';
import type { ModifierView } from '../../../../shared/domain/selectors/boardView.ts';
import { dishName, useSpeech, wordFor } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import css from './Modifiers.module.css';

/** Changes beneath a dish: the verb carries colour, the words after it do not. Those with changes of their own have a row each. */
export const Modifiers = memo(function Modifiers({ modifiers }: { modifiers: readonly ModifierView[] }) {
  return (
    <ul className={css.list}>
      {keyed(modifiers).map(({ key, modifier }) => (
        <li key={key} className={cls(css.one, modifier.modifiers.length > 0 && css.withOwn)}>
          <One modifier={modifier} />
          {modifier.modifiers.length > 0 && (
            <div className={css.own}>
              <Modifiers modifiers={modifier.modifiers} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
});

function One({ modifier }: { modifier: ModifierView }) {
  const speech = useSpeech();
  const { kind, quantity } = modifier;
  return (
    <>
      {kind !== null && kind !== 'option' && (
        <b className={cls(css.verb, css[kind])}>
          {wordFor(speech, 'verb', kind).toLocaleUpperCase(speech.language)}
        </b>
      )}
      <span>
        {dishName(modifier, speech.language)}
        {quantity !== 1 && <b className={css.times}> ×{quantity}</b>}
      </span>
    </>
  );
}

/** The POS may send the same change twice; both are shown. */
function keyed(modifiers: readonly ModifierView[]): { key: string; modifier: ModifierView }[] {
  const seen = new Map<string, number>();
  return modifiers.map((modifier) => {
    const base = `${modifier.kind}:${modifier.id ?? modifier.name}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { key: `${base}:${count}`, modifier };
  });
}
