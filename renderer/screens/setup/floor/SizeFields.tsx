import { useSpeech } from '../../../app/words.ts';
import { NumberField } from '../fields.tsx';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How wide and how deep, in centimetres. `onChange`: the one side that is said anew. */
export function SizeFields(props: {
  readonly size: Size;
  readonly limits: { readonly least: number; readonly most: number };
  readonly onChange: (part: Partial<Size>, field: keyof Size) => void;
}) {
  const { size, limits, onChange } = props;
  const { t } = useSpeech();
  const side = (field: keyof Size, label: string) => (
    <NumberField
      label={label}
      unit="cm"
      value={size[field]}
      min={limits.least}
      max={limits.most}
      onChange={(value) => onChange({ [field]: value }, field)}
    />
  );
  return (
    <>
      {side('width', t('setup.floor.width'))}
      {side('height', t('setup.floor.depth'))}
    </>
  );
}
