import type { PaperLine } from '../../../../shared/domain/selectors/paperLines.ts';
import type { ChitId } from '../../../../shared/lib/ids.ts';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useSheet } from '../sheet/sheetContext.ts';
import { callBackOf } from '../tileCommands.ts';
import css from './PaperAnswers.module.css';
import { usePaperTools } from './paperTools.ts';

/** What may be said to a line, each one press. */
export function PaperAnswers({ line }: { line: PaperLine }) {
  const { t } = useSpeech();
  const port = usePort();
  const { send, goToTicket, isExpo } = usePaperTools();
  const { show } = useSheet();
  const answer = (chit: ChitId, said: 'again' | 'printed' | 'drop') =>
    send(null, { type: 'chit.answer', chit, answer: said });
  const button = (name: string, words: string, act: () => void, isMain = false) => (
    <Press
      zone={`paper:${name}`}
      testId={`chit-${name}`}
      className={cls(css.button, isMain && css.main)}
      act={act}
    >
      {words}
    </Press>
  );
  switch (line.kind) {
    case 'unknown':
    case 'failed': {
      const { chit } = line;
      return (
        <span className={css.answers}>
          {button(
            'again',
            t(line.kind === 'unknown' ? 'paper.again' : 'paper.print'),
            () => answer(chit, 'again'),
            true,
          )}
          {line.kind === 'unknown' && button('printed', t('paper.printed'), () => answer(chit, 'printed'))}
          {button('drop', t('paper.drop'), () => answer(chit, 'drop'))}
        </span>
      );
    }
    case 'call':
      return (
        <span className={css.answers}>
          {button(
            'call-back',
            t('callBack.said'),
            () => send(null, callBackOf({ ...line, isDown: false }, port.get().seq)),
            true,
          )}
        </span>
      );
    case 'missed':
      return (
        <span className={css.answers}>
          {button(
            'summary',
            t('paper.summary'),
            () => send(null, { type: 'chit.summary', at: line.station }),
            true,
          )}
          {button('drop', t('paper.drop'), () => {
            for (const chit of line.chits) answer(chit, 'drop');
          })}
        </span>
      );
    case 'unseen':
    case 'notPainted': {
      const [first] = line.tickets;
      if (first === undefined) return null;
      const open = () => (isExpo ? show({ kind: 'table', ticket: first }) : goToTicket(first));
      return <span className={css.answers}>{button('open', t('paper.open'), open)}</span>;
    }
    case 'waiting':
      return null;
    default:
      return line satisfies never;
  }
}
