import type { NightFigures } from '../../../../shared/domain/selectors/nightFigures.ts';
import type { Translate } from '../../../app/words.ts';
import { harmlessCell } from '../../../ui/saveAs.ts';

/** The evening in figures for a spreadsheet: words of the screen's language, no names, RFC 4180 with CRLF. */
export function nightCsv(day: string, figures: NightFigures, t: Translate): string {
  const { waits, turns } = figures;
  const rows: readonly (readonly [string, string | number])[] = [
    [t('host.night.day'), day],
    [t('host.night.parties'), figures.parties],
    [t('host.night.covers'), figures.covers],
    [t('host.night.walkIns'), figures.walkIns],
    [t('host.night.walkInCovers'), figures.walkInCovers],
    [t('host.night.noShows'), figures.noShows],
    [t('host.night.noShowCovers'), figures.noShowCovers],
    [t('host.night.calledOff'), figures.cancelled],
    [t('host.night.gaveUp'), figures.gaveUp],
    [t('host.night.waitParties'), waits?.parties ?? 0],
    [t('host.night.waitQuoted'), waits?.quoted ?? ''],
    [t('host.night.waitActual'), waits?.waited ?? ''],
    ...turns.flatMap(({ size, turns: count, minutes }) => [
      [`${t('host.night.turns')}: ${t(`host.night.size.${size}`)}`, count] as const,
      [`${t('host.night.turnMinutes')}: ${t(`host.night.size.${size}`)}`, minutes ?? ''] as const,
    ]),
    [t('host.night.dirty'), figures.dirty.join(' ')],
  ];
  return rows
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // None of our words is a formula, but a table may be called `=1`.
  const plain = harmlessCell(value);
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
