import type { StationLoad } from '../../../../shared/domain/selectors/kitchenLoad.ts';
import type { Speech } from '../../../app/words.ts';

/** The kitchen in a few words, by the station it is worst with: `Grill busy to 19:55`. What is late goes before what will be. */
export function kitchenWords({ t, time, stationName }: Speech, loads: readonly StationLoad[]): string {
  const [worst] = loads;
  if (worst === undefined || worst.pace === 'idle') return t('host.pace.idle');
  const station = stationName(worst.station);
  const values = { station, time: worst.busyUntil === null ? '' : time(worst.busyUntil) };
  switch (worst.pace) {
    case 'behind':
      return t('host.pace.behind', { ...values, count: worst.late });
    case 'busy':
      return t('host.pace.busy', values);
    case 'room':
      return t('host.pace.room', values);
    default:
      return worst.pace satisfies never;
  }
}
