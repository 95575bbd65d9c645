import type { ExaminedStation, StationHub, StationPresses } from '../../store/doctorStation.ts';
import { whenText } from '../plainWords.ts';
import { bad, type Finding, fine, look } from './finding.ts';

const AGAIN =
  'Start Heard here: it sets the damaged file aside, keeps the presses that can be read, and fetches the board from the hub.';

/** What a station's file says, in words. A station can lose its board and fetch it again; it must not lose what was pressed on it. */
export function stationFindings({ isNewer, ...examined }: ExaminedStation): Finding[] {
  if (isNewer) {
    return [
      bad(
        'file',
        "This station's data was written by a newer Heard; this one leaves it alone.",
        'Start that Heard here, or name another folder with --data.',
      ),
    ];
  }
  const { complaints, hub, presses, tail } = examined;
  return [
    fileFinding(complaints),
    ...(hub instanceof Error ? [unread('whose station this is', hub)] : [hubFinding(hub)]),
    ...(presses instanceof Error ? [unread('what was pressed', presses)] : pressFindings(presses)),
    ...(tail instanceof Error ? [unread('its board', tail)] : []),
  ];
}

export function damagedStation(why: string): Finding {
  return bad('file', `This station's data file is damaged (${why}).`, AGAIN);
}

function fileFinding(complaints: ExaminedStation['complaints']): Finding {
  if (complaints instanceof Error) return damagedStation(complaints.message);
  if (complaints.length > 0) return damagedStation(complaints.join('; '));
  return fine('file', "This station's data file is whole.");
}

function unread(what: string, why: Error): Finding {
  return bad('station', `It cannot be told ${what} (${why.message}).`, AGAIN);
}

function hubFinding(hub: StationHub | null): Finding {
  if (hub === null) {
    return look(
      'station',
      'This station has not met its hub yet.',
      'Look at the address after --join, and whether the hub runs.',
    );
  }
  const where = hub.addresses.length === 0 ? '' : `, at ${hub.addresses.join(' or ')}`;
  const heard = hub.heardAt === null ? '' : `; it last spoke ${whenText(hub.heardAt)}`;
  return fine('station', `A station of the house ${hub.siteId}${where}${heard}.`);
}

function pressFindings({ waiting, refused, unreadable }: StationPresses): Finding[] {
  const findings: Finding[] = [];
  if (waiting > 0) {
    findings.push(
      look(
        'presses',
        `${countOf(waiting)} for the hub.`,
        'They go by themselves when the hub is back. Do not delete this folder before.',
      ),
    );
  }
  if (refused > 0) {
    findings.push(
      look(
        'presses',
        `${refused === 1 ? '1 press was' : `${refused} presses were`} refused by the hub, and nobody has read why.`,
        'The list is on the screens of this station.',
      ),
    );
  }
  if (unreadable > 0) {
    findings.push(
      look(
        'presses',
        `${unreadable === 1 ? '1 press was' : `${unreadable} presses were`} made by another Heard and cannot be sent by this one.`,
        'Start the newer Heard here once, so that they reach the hub.',
      ),
    );
  }
  return findings.length > 0 ? findings : [fine('presses', 'Everything pressed here has reached the hub.')];
}

function countOf(waiting: number): string {
  return waiting === 1 ? '1 press waits' : `${waiting} presses wait`;
}
