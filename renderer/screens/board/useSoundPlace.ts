import { useEffect } from 'react';
import { isQuietAt } from '../../../shared/lib/quietHours.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import type { BoardPlace } from '../../app/screenPort.ts';
import { useOwn } from '../../app/useOwn.ts';
import { PASS_VOICE, stationVoice } from '../../ui/sound/voices.ts';
import { speakAs } from '../../ui/sounds.ts';

/** This screen sounds as its station does, and is quiet when the house is or when it was told to be. The pass and its runners have a voice of their own. */
export function useSoundPlace(place: BoardPlace): void {
  const port = usePort();
  const { voice: ownVoice, quiet } = useOwn();
  const stations = usePicture(({ config }) => config.stations);
  const hours = usePicture(({ config }) => config.sounds.quiet);
  const timeZone = usePicture(({ config }) => config.venue.timeZone);
  const voice = ownVoice ?? (place.kind === 'expo' ? PASS_VOICE : stationVoice(stations, place.station));
  useEffect(
    () =>
      speakAs({
        voice,
        isQuiet: () =>
          quiet === 'on' || (quiet === 'house' && hours !== null && isQuietAt(hours, port.now(), timeZone)),
      }),
    [voice, quiet, hours, timeZone, port],
  );
}
