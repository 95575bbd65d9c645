import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { handOffCount } from '../../../shared/domain/selectors/handOffList.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { GoTo } from '../list/GoTo.tsx';

const look = (state: State, _config: HouseConfig, now: number) => handOffCount(state, now);

/** From expo's board to the hand-off list; a house without such orders has no button. */
export function HandOffButton() {
  const { t } = useSpeech();
  const count = useLook(look);
  if (count === 0) return null;
  return <GoTo path="/expo?view=handoff" words={t('handoff.listCount', { count })} />;
}
