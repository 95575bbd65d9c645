import { useCallback, useState } from 'react';
import { buildCardOf } from '../../../../shared/config/buildCard.ts';
import type { DishRef } from '../../../../shared/domain/model/dish.ts';
import { usePicture } from '../../../app/portContext.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import css from './CardSheet.module.css';
import sheet from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** How a dish is put together, beside the board: its picture and the menu's own words. Goes by itself like every sheet. */
export function CardSheet(props: { dish: DishRef; names: Names; backTo: string | null }) {
  const { dish, names, backTo } = props;
  const { t, language } = useSpeech();
  const { show } = useSheet();
  const config = usePicture((picture) => picture.config);
  const card = buildCardOf(config, dish);
  const foot =
    backTo === null ? null : (
      <Press zone="card:back" className={sheet.place} act={() => show({ kind: 'dish', key: backTo })}>
        {t('sheet.back')}
      </Press>
    );
  const name = dishName({ name: dish.name, names }, language);
  return (
    <Sheet title={name} why={t('card.title')} {...(foot === null ? {} : { foot })}>
      {card === null && <p className={sheet.empty}>{t('card.none')}</p>}
      {card !== null && card.picture !== null && (
        <Picture key={card.picture} src={card.picture} dish={name} />
      )}
      {card !== null && card.elsewhere !== null && (
        <p className={css.missing}>{t('card.elsewhere', { host: card.elsewhere })}</p>
      )}
      {card !== null && card.text !== null && <p className={css.text}>{card.text}</p>}
    </Sheet>
  );
}

type Names = Readonly<Record<string, string>> | null;

function Picture({ src, dish }: { src: string; dish: string }) {
  const { t } = useSpeech();
  const [isBroken, setBroken] = useState(false);
  const broken = useCallback(() => setBroken(true), []);
  if (isBroken) return <p className={css.missing}>{t('card.broken')}</p>;
  return (
    <img
      className={css.picture}
      src={src}
      alt={t('card.pictureOf', { dish })}
      draggable={false}
      data-testid="card-picture"
      onError={broken}
    />
  );
}
