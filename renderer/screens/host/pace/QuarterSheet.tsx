import { useCallback } from 'react';
import { QUARTER_MS } from '../../../../shared/domain/model/quarters.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { partiesInQuarter } from '../../../../shared/domain/selectors/coverPace.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import sheet from '../../board/sheet/Sheet.module.css';
import { BookLine } from '../book/BookLine.tsx';
import { HostSheet } from '../HostSheet.tsx';

/** Who sat down in a quarter of an hour, and who is expected in it. */
export function QuarterSheet({ at }: { at: number }) {
  const { t, time } = useSpeech();
  const { seated, expected } = useLook(
    useCallback((state: State, _config: unknown, now: number) => partiesInQuarter(state, now, at), [at]),
  );
  const groups = [
    ['seated', seated],
    ['expected', expected],
  ] as const;
  return (
    <HostSheet title={t('host.pace.span', { from: time(at), to: time(at + QUARTER_MS) })}>
      {seated.length + expected.length === 0 && <p className={sheet.empty}>{t('host.pace.nobody')}</p>}
      {groups.map(([name, parties]) =>
        parties.length === 0 ? null : (
          <section key={name}>
            <h3 className={`${sheet.heading} ${sheet.section}`}>{t(`host.pace.${name}`)}</h3>
            {parties.map((party) => (
              <BookLine key={party.id} party={party} isNarrow />
            ))}
          </section>
        ),
      )}
    </HostSheet>
  );
}
