import type { AllergyBand, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { allergenWord, allergyAndSeat } from '../board/tile/allergyWords.ts';

/** Where nobody said how many sit there. */
const USUAL_COVERS = 8;

/** What a person at expo says of a table's allergies: whose one is that nobody has named, and that one is none which the POS has dropped. */
export function TableAllergies({ tile, tools }: { readonly tile: TileView; readonly tools: BoardTools }) {
  return tile.bands.map((band) => (
    <div key={band.key}>
      {band.seat === null && <WhoseIsIt tile={tile} tools={tools} band={band} />}
      {!band.isSaidByPos && <TakeOff tile={tile} tools={tools} band={band} />}
    </div>
  ));
}

interface AboutBand {
  readonly tile: TileView;
  readonly tools: BoardTools;
  readonly band: AllergyBand;
}

function WhoseIsIt({ tile, tools, band }: AboutBand) {
  const speech = useSpeech();
  const { t } = speech;
  const port = usePort();
  const seats = Array.from({ length: tile.head.covers ?? USUAL_COVERS }, (_, index) => index + 1);
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('plates.whose', { allergen: allergenWord(speech, band.allergen) })}</p>
      <div className={css.choices}>
        {seats.map((seat) => (
          <Press
            key={seat}
            zone={`allergy:${band.key}:${seat}`}
            testId="name-seat"
            className={css.count}
            act={() =>
              tools.send(null, {
                type: 'allergy.seat',
                ticket: tile.ticketId,
                allergy: band.key,
                seat,
                seen: port.get().seq,
              })
            }
          >
            {t('line.seat', { seat })}
          </Press>
        ))}
      </div>
    </section>
  );
}

/** By name: whoever says so stands in the log. */
function TakeOff({ tile, tools, band }: AboutBand) {
  const speech = useSpeech();
  const { t } = speech;
  const { server } = tile.head;
  const names = [...(server ? [server] : []), t('footer.expo')];
  return (
    <section className={css.section}>
      <p className={css.heading}>
        {t('allergy.posSilent', { allergen: allergyAndSeat(speech, band) })} · {t('plates.takeOffWho')}
      </p>
      <div className={css.choices}>
        {names.map((by) => (
          <Press
            key={by}
            zone={`allergy:${band.key}:off:${by}`}
            testId="take-off"
            className={css.button}
            act={() =>
              tools.send(null, {
                type: 'allergy.withdraw',
                ticket: tile.ticketId,
                allergen: band.allergen,
                seat: band.seat,
                by,
              })
            }
          >
            {t('plates.takeOff', { by })}
          </Press>
        ))}
      </div>
    </section>
  );
}
