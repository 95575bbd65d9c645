import { z } from 'zod';
import { ServiceDay } from '../../lib/ids.ts';
import { Alert, Check, StateDocument } from '../model/state.ts';

/** The service day rolls: the carried-over state in its frozen shape. Replay starts at the newest one. */
export const DayOpened = z.object({ type: z.literal('day.opened'), day: ServiceDay, state: StateDocument });

export const ConfigChanged = z.object({ type: z.literal('config.changed'), version: z.number().int() });

/** Money, told by the POS. Not in the feed. */
export const CheckPut = z.object({ type: z.literal('check.put'), check: Check });

export const AlertRaised = z.object({ type: z.literal('alert'), alert: Alert });
/** The cause is over; the same code may be raised again. */
export const AlertCleared = z.object({ type: z.literal('alert.cleared'), code: z.string() });

/** The first event of an epoch after a restore or promotion. */
export const FeedRestarted = z.object({
  type: z.literal('feed.restarted'),
  forkSeq: z.number(),
  reason: z.string(),
  /** The digests of what was put before were made with a key that is no longer here: they equal nothing. */
  isKeyLost: z.boolean().optional(),
});

export const HouseEvents = [
  DayOpened,
  ConfigChanged,
  CheckPut,
  AlertRaised,
  AlertCleared,
  FeedRestarted,
] as const;
