import { useSpeech } from '../../../app/words.ts';
import { OneOf } from '../../board/sheet/screen/OneOf.tsx';

const ANSWERS = [
  { value: 'yes', consent: true },
  { value: 'no', consent: false },
  { value: 'unasked', consent: null },
] as const;

/** Asked aloud of whoever leaves a telephone number. Without a yes nothing is kept beyond the party's own days. */
export function ConsentChoice(props: {
  readonly value: boolean | null;
  readonly onChoose: (value: boolean | null) => void;
}) {
  const { t } = useSpeech();
  const chosen = ANSWERS.find(({ consent }) => consent === props.value)?.value ?? 'unasked';
  return (
    <OneOf
      name="consent"
      heading={t('host.guests.consentAsk')}
      look="main"
      options={ANSWERS.map(({ value }) => ({ value, words: t(`host.guests.consent.${value}`) }))}
      chosen={chosen}
      onChoose={(value) => props.onChoose(ANSWERS.find((answer) => answer.value === value)?.consent ?? null)}
    />
  );
}
