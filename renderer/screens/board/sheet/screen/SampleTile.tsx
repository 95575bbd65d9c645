import { useSpeech } from '../../../../app/words.ts';
import { cls } from '../../../../ui/cls.ts';
import { Shape } from '../../../../ui/Shape.tsx';
import band from '../../tile/AllergyBands.module.css';
import bump from '../../tile/BumpPlace.module.css';
import line from '../../tile/Line.module.css';
import modifiers from '../../tile/Modifiers.module.css';
import tile from '../../tile/Tile.module.css';
import header from '../../tile/TileHeader.module.css';
import css from './GlassSheet.module.css';

/** A ticket as a board of this glass would draw it: to be looked at, not pressed. */
export function SampleTile({ widthPx }: { widthPx: number }) {
  const { t, language } = useSpeech();
  return (
    <div className={cls(tile.tile, css.tile)} style={{ width: widthPx }} inert>
      <div className={cls(header.header, header.soon)}>
        <span className={header.title}>12</span>
        <span className={header.who} />
        <span className={header.right}>
          <span className={header.clock}>8:24</span>
          <span className={header.word}>
            <Shape name="soon" /> {t('state.soon')}
          </span>
        </span>
      </div>
      <div className={cls(band.band, band.filled)}>
        <span className={band.main}>
          <Shape name="allergy" className={band.shape} /> {t('allergen.sesame')} {t('line.seat', { seat: 2 })}
        </span>
      </div>
      <div className={css.lines}>
        <div className={line.head}>
          <span className={line.quantity}>2</span>
          <div className={line.what}>
            <span className={line.dish}>{t('glass.sampleDish')}</span>
            <span className={line.seats}>
              <span className={line.seat}>{t('line.seat', { seat: 1 })}</span>
            </span>
          </div>
        </div>
        <div className={line.block}>
          <span className={modifiers.one}>
            <b className={cls(modifiers.verb, modifiers.no)}>{t('verb.no').toLocaleUpperCase(language)}</b>
            <span>{t('glass.sampleModifier')}</span>
          </span>
        </div>
      </div>
      <div className={cls(bump.place, bump.bump)}>
        <span>{t('place.bump', { title: '12' })}</span>
      </div>
    </div>
  );
}
