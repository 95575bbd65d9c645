import type { StationConfig } from '../../../shared/config/houseConfig.ts';
import { hubPrinters } from '../../../shared/config/printersFor.ts';
import { useSpeech } from '../../app/words.ts';
import { NumberField, SelectField } from './fields.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const HOUSE = '';
const LEAST_SECONDS = 0.5;
const MAX_SECONDS = 600;

/** When a station's food goes on paper, and where. */
export function StationPaper(props: {
  station: StationConfig;
  onChange: (part: Partial<StationConfig>) => void;
}) {
  const { station, onChange } = props;
  const { amberSeconds, chitSeconds, printer } = station;
  const { t } = useSpeech();
  const { draft } = useSection();
  const { paper } = draft;
  const printers = hubPrinters(draft);
  const house = printers.find(({ id }) => id === paper.printer);
  const isWrong = chitSeconds <= amberSeconds;
  return (
    <>
      <div className={css.two}>
        {printers.length > 0 && (
          <SelectField
            label={t('setup.printers.stationPrinter')}
            value={printer ?? HOUSE}
            options={[
              {
                value: HOUSE,
                label:
                  house === undefined
                    ? t('setup.printers.stationNoPrinter')
                    : t('setup.printers.stationHouse', { name: house.name }),
              },
              ...printers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            testId="station-printer"
            onChange={(id) => onChange({ printer: id === HOUSE ? null : id })}
          />
        )}
        <div className={css.row}>
          <NumberField
            label={t('setup.printers.amber')}
            unit={t('setup.seconds')}
            value={amberSeconds}
            min={LEAST_SECONDS}
            max={MAX_SECONDS}
            isWrong={isWrong}
            onChange={(value) => onChange({ amberSeconds: value })}
          />
          {draft.printers.length > 0 && (
            <NumberField
              label={t('setup.printers.chit')}
              unit={t('setup.seconds')}
              value={chitSeconds}
              min={LEAST_SECONDS}
              max={MAX_SECONDS}
              isWrong={isWrong}
              onChange={(value) => onChange({ chitSeconds: value })}
            />
          )}
        </div>
      </div>
      {isWrong && <p className={css.bad}>{t('setup.problem.chit_before_amber', { name: station.name })}</p>}
    </>
  );
}
