import { useSpeech } from '../../../app/words.ts';
import { Empty } from '../../board/Empty.tsx';
import { Said } from '../guests/Said.tsx';
import type { PastParties } from './usePastDay.ts';

/** A day without a line: nobody is booked, nothing is kept of it, or the hub has not said. */
export function NobodyOn({ isPast, why }: { readonly isPast: boolean; readonly why: PastParties['why'] }) {
  const { t } = useSpeech();
  if (!isPast) return <Empty isPart title={t('host.book.dayNone')} why={t('host.book.dayNoneWhy')} />;
  return (
    <div data-testid="past-none" data-why={why ?? 'none'}>
      <Said {...pastWords(why, t)} />
    </div>
  );
}

function pastWords(why: PastParties['why'], t: (key: string) => string) {
  switch (why) {
    case 'asking':
      return { words: t('host.past.asking') };
    case 'away':
      return { words: t('host.past.away'), why: t('host.past.awayWhy') };
    case 'forbidden':
      return { words: t('host.guests.forbidden') };
    case 'gone':
    case null:
      return { words: t('host.past.none'), why: t('host.past.noneWhy') };
    default:
      return why satisfies never;
  }
}
