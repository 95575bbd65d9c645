import { useState } from 'react';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { Choices, Typed } from '../../keying/Choices.tsx';
import key from '../../keying/Key.module.css';
import { useDesk } from '../hostContext.ts';
import { HostAct } from './HostAct.tsx';

const MINUTE_MS = 60_000;
/** A spill, a repair, a private party; 0: until somebody opens it. */
const FOR_MINUTES = [15, 30, 60, 120, 0] as const;
const WHY = ['broken', 'kept', 'private', 'staff'] as const;

/** Why nobody is seated there, and until when. */
export function BlockTable({ table, done }: { table: string; done: () => void }) {
  const { t, time } = useSpeech();
  const port = usePort();
  const { send } = useDesk();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number>(0);
  const end = (count: number) => port.now() + count * MINUTE_MS;
  const block = () => {
    const until = minutes === 0 ? null : end(minutes);
    send({ type: 'table.mark', table, state: 'blocked', reason: reason.trim() || null, until });
    done();
  };
  return (
    <>
      <Choices
        name="block-why"
        title={t('host.table.blockWhy')}
        choices={WHY.map((one) => ({
          value: t(`host.table.blockFor.${one}`),
          words: t(`host.table.blockFor.${one}`),
        }))}
        chosen={reason}
        onChosen={setReason}
      />
      <section className={frame.section}>
        <Typed
          name="block-words"
          title={t('host.seat.whyWords')}
          className={key.typed}
          value={reason}
          onTyped={setReason}
        />
      </section>
      <Choices
        name="block-until"
        title={t('host.table.blockUntil')}
        choices={FOR_MINUTES.map((value) => ({
          value: value as number,
          words: value === 0 ? t('host.table.blockOpen') : time(end(value)),
        }))}
        chosen={minutes}
        onChosen={setMinutes}
      />
      <HostAct name="block-go" words={t('host.table.blockGo', { table })} isMain act={block} />
    </>
  );
}
