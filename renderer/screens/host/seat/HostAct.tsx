import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { Down } from '../../../ui/press/PressWatch.ts';
import css from './Seat.module.css';

/** A press of a host. Where it cannot be done now it is grey and says why instead of doing nothing. */
export function HostAct(props: {
  readonly name: string;
  readonly words: string;
  readonly detail?: string | null;
  readonly isMain?: boolean;
  readonly isChosen?: boolean;
  /** Key of the words. */
  readonly refused?: string | null;
  readonly testId?: string;
  readonly act: (down: Down) => void;
}) {
  const { name, words, detail = null, isMain = false, isChosen = false, refused = null, act } = props;
  const { t } = useSpeech();
  const why = refused === null ? detail : t(refused);
  return (
    <Press
      zone={`seat:${name}`}
      testId={props.testId ?? `act-${name}`}
      className={cls(css.act, isMain && css.main, isChosen && css.chosen, refused !== null && css.refused)}
      isBlocked={refused !== null}
      act={(down) => {
        if (refused === null) act(down);
      }}
    >
      <b>{words}</b>
      {why !== null && <small>{why}</small>}
    </Press>
  );
}
