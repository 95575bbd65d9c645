import type { PaperLine } from '../../../../shared/domain/selectors/paperLines.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { PaperAnswers } from './PaperAnswers.tsx';
import css from './PaperNews.module.css';
import { isGrave } from './paperFor.ts';
import { usePaperTools } from './paperTools.ts';
import { lineWords } from './paperWords.ts';

/** The gravest of what must be known of paper, with its answers. The others are behind the footer's CHITS, which counts them. */
export function PaperNews({ line }: { line: PaperLine }) {
  return (
    <div
      className={cls(css.news, isGrave(line) && css.grave)}
      role="alert"
      data-testid="paper-line"
      data-kind={line.kind}
    >
      <LineWords line={line} />
      <PaperAnswers line={line} />
    </div>
  );
}

export function LineWords({ line }: { line: PaperLine }) {
  const speech = useSpeech();
  const { isExpo, pageOf } = usePaperTools();
  const printers = usePicture(({ config }) => config.printers);
  const [first] = line.kind === 'notPainted' ? line.tickets : [];
  const page = isExpo || first === undefined ? null : pageOf(first);
  const printerName = (id: string) => printers.find((printer) => printer.id === id)?.name ?? id;
  return (
    <span className={css.words}>
      <Shape name={isGrave(line) ? 'alert' : 'soon'} /> {lineWords(line, speech, printerName, page)}
    </span>
  );
}
