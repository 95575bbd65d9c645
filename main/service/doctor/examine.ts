import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { examineStation } from '../../store/doctorStation.ts';
import { examineStore } from '../../store/doctorStore.ts';
import { damageOf } from '../../store/openReadOnly.ts';
import { clockFindings } from './clockFindings.ts';
import { databaseFindings } from './databaseFindings.ts';
import { fenceFindings } from './fenceFindings.ts';
import { bad, type Finding, look, RESTORE } from './finding.ts';
import { folderFindings } from './folderFindings.ts';
import { serviceFindings } from './serviceFindings.ts';
import { damagedStation, stationFindings } from './stationFindings.ts';

/** Everything that is worth a look in a data folder. `now`: wall clock. */
export async function examine(dataDir: string, now: number): Promise<Finding[]> {
  return [
    ...(await serviceFindings(dataDir)),
    ...dataFindings(dataDir, now),
    ...folderFindings(dataDir, now),
    ...fenceFindings(dataDir),
  ];
}

/** A device that was made a station, or promoted, has the files of both. */
function dataFindings(dataDir: string, now: number): Finding[] {
  const station = ofStation(dataDir);
  const isStationOnly = station.length > 0 && !existsSync(join(dataDir, 'heard.db'));
  return isStationOnly
    ? [...station, ...clockFindings(null, now)]
    : [...storeFindings(dataDir, now), ...station];
}

function ofStation(dataDir: string): Finding[] {
  try {
    const examined = examineStation(dataDir);
    return examined === null ? [] : stationFindings(examined);
  } catch (error) {
    const damage = damageOf(error);
    return [damage === null ? unopened(error) : damagedStation(damage)];
  }
}

function storeFindings(dataDir: string, now: number): Finding[] {
  try {
    const examined = examineStore(dataDir);
    if (examined === null) {
      const advice =
        'If there should be: check the folder, or restore a backup. Else the first start makes it.';
      return [look('file', 'There is no data yet.', advice), ...clockFindings(null, now)];
    }
    const lastAt = examined.facts instanceof Error ? null : examined.facts.at;
    return [...databaseFindings(dataDir, examined), ...clockFindings(lastAt, now)];
  } catch (error) {
    return [unopened(error), ...clockFindings(null, now)];
  }
}

function unopened(error: unknown): Finding {
  const damage = damageOf(error);
  if (damage !== null)
    return bad('file', `The data file is damaged and cannot be opened (${damage}).`, RESTORE);
  const why = error instanceof Error ? error.message : String(error);
  return bad(
    'file',
    `The data file cannot be opened (${why}).`,
    'Check the disk and who owns the folder, then ask again.',
  );
}
