import { BUILD } from '../../shared/lib/build.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import { type HelloRequest, PROTOCOL_VERSION } from '../../shared/protocol/screenMessages.ts';

/** The first word of a screen that has nothing yet. */
export function hello(station: StationId | null): HelloRequest {
  return { protocol: PROTOCOL_VERSION, build: BUILD, screen: 'test', station, cursor: null, page: null };
}
