import type { ReactNode } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type NightFigures, nightFigures } from '../../../../shared/domain/selectors/nightFigures.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { saveCsv } from '../../../ui/saveAs.ts';
import sheet from '../../board/sheet/Sheet.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { BookLine } from './BookLine.tsx';
import { dayWords } from './days.ts';
import css from './NightEnd.module.css';
import { nightCsv } from './nightCsv.ts';

/** Lets a spreadsheet see that it is UTF-8. */
const MARK = '\uFEFF';
const look = (state: State, config: HouseConfig, now: number) => nightFigures(state, config, now);
const dayOf = (state: State) => state.day;

/** END OF NIGHT: what is still open, each to be settled in one press, and the evening in figures. */
export function NightEnd() {
  const { t, locale } = useSpeech();
  const { sendAll } = useDesk();
  const figures = useLook(look);
  const day = useLook(dayOf);
  const { sitting, waiting, neverCame, dirty } = figures;
  const isOver = sitting.length + waiting.length + neverCame.length + dirty.length === 0;
  return (
    <HostSheet
      title={t('host.night.endTitle')}
      why={dayWords(day, locale)}
      foot={
        <>
          <Press zone="night:print" className={sheet.place} act={() => window.print()}>
            {t('host.night.print')}
          </Press>
          <Press
            zone="night:csv"
            testId="night-csv"
            className={sheet.place}
            act={() => saveCsv(`heard-${day}.csv`, MARK + nightCsv(day, figures, t))}
          >
            {t('host.night.csv')}
          </Press>
        </>
      }
    >
      {isOver && <p className={sheet.empty}>{t('host.night.over')}</p>}
      <Open title={t('host.night.sitting', { count: sitting.length })} parties={sitting} />
      <Open title={t('host.night.waiting', { count: waiting.length })} parties={waiting} />
      {neverCame.length > 0 && (
        <Open title={t('host.night.neverCame', { count: neverCame.length })} parties={neverCame}>
          <Press
            zone="night:no-shows"
            testId="night-no-shows"
            className={sheet.button}
            act={({ seen }) => {
              sendAll((press) =>
                neverCame.map(({ id: party }) => ({ type: 'party.noShow', party, seen, press })),
              );
            }}
          >
            {t('host.night.allNoShows', { count: neverCame.length })}
          </Press>
        </Open>
      )}
      {dirty.length > 0 && (
        <section className={sheet.section}>
          <h3 className={sheet.heading}>{t('host.night.dirtyNow', { count: dirty.length })}</h3>
          <p className={css.tables}>{dirty.join(', ')}</p>
          <Press
            zone="night:clean"
            testId="night-clean"
            className={sheet.button}
            act={() => {
              sendAll((press) =>
                dirty.map((table) => ({
                  type: 'table.mark',
                  table,
                  state: 'clean',
                  reason: null,
                  until: null,
                  press,
                })),
              );
            }}
          >
            {t('host.night.allClean')}
          </Press>
        </section>
      )}
      <Figures figures={figures} />
    </HostSheet>
  );
}

function Open(props: { title: string; parties: readonly Party[]; children?: ReactNode }) {
  if (props.parties.length === 0) return null;
  return (
    <section className={css.open}>
      <h3 className={`${sheet.heading} ${css.title}`}>{props.title}</h3>
      {props.parties.map((party) => (
        <BookLine key={party.id} party={party} isNarrow />
      ))}
      <div className={css.act}>{props.children}</div>
    </section>
  );
}

function Figures({ figures }: { figures: NightFigures }) {
  const { t } = useSpeech();
  const { waits, turns } = figures;
  const minutes = (count: number | null) => (count === null ? '–' : t('host.book.minutes', { count }));
  const rows: readonly (readonly [string, string | number])[] = [
    [t('host.night.parties'), figures.parties],
    [t('host.night.covers'), figures.covers],
    [
      t('host.night.walkIns'),
      `${figures.walkIns} · ${t('host.book.coverCount', { count: figures.walkInCovers })}`,
    ],
    [
      t('host.night.noShows'),
      `${figures.noShows} · ${t('host.book.coverCount', { count: figures.noShowCovers })}`,
    ],
    [t('host.night.calledOff'), figures.cancelled],
    [t('host.night.gaveUp'), figures.gaveUp],
    [t('host.night.waitQuoted'), minutes(waits?.quoted ?? null)],
    [t('host.night.waitActual'), minutes(waits?.waited ?? null)],
    ...turns.map(
      ({ size, turns: count, minutes: long }) =>
        [
          `${t('host.night.turnMinutes')}: ${t(`host.night.size.${size}`)}`,
          `${minutes(long)} (${count})`,
        ] as const,
    ),
  ];
  return (
    <dl className={css.figures} data-testid="night-figures">
      {rows.map(([name, value]) => (
        <div key={name} className={css.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
