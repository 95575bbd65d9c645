import type { AwayKind, AwayLine } from '../../../../shared/domain/selectors/whileAway.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { dishName, type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape, type ShapeName } from '../../../ui/Shape.tsx';
import { allergyAndSeat } from '../tile/allergyWords.ts';
import css from './AwaySheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** WHILE YOU WERE AWAY: what this place missed, gravest first. Closing it hears no allergy; the tiles ask for that. */
export function AwaySheet({ place }: { place: BoardPlace }) {
  const { t, time } = useSpeech();
  const port = usePort();
  const { show } = useSheet();
  const news = usePicture(({ away }) => away);
  if (news === null) return null;
  const open = ({ ticket }: AwayLine) => {
    if (ticket === null) show({ kind: 'eightySix' });
    else if (place.kind === 'expo') show({ kind: 'table', ticket });
    else show({ kind: 'review', ticket, backTo: 'away' });
  };
  const when = t('away.when', { from: time(news.from), to: time(news.to) });
  return (
    <Sheet title={t('away.title')} why={when} onClose={() => port.closeAway()}>
      {news.lines.map((line) => (
        <Row key={line.key} line={line} open={open} />
      ))}
    </Sheet>
  );
}

const SHAPES: Partial<Record<AwayKind, ShapeName>> = {
  allergy: 'allergy',
  void: 'void',
  eightySix: 'stop',
  changed: 'changed',
  rush: 'rush',
  new: 'new',
  fired: 'new',
  bumped: 'ready',
  ready: 'ready',
  run: 'ready',
};

function Row({ line, open }: { line: AwayLine; open: (line: AwayLine) => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const shape = SHAPES[line.kind];
  const what = whatWords(line, speech);
  return (
    <Press
      zone={`away:${line.key}`}
      testId="away-line"
      className={cls(css.row, css[line.kind])}
      act={() => open(line)}
    >
      <span className={css.head}>
        {line.title !== null && <b className={css.title}>{line.title}</b>}
        <span className={css.kind}>
          {shape !== undefined && <Shape name={shape} />} {t(`away.kind.${line.kind}`)}
        </span>
      </span>
      {what !== '' && <span className={css.what}>{what}</span>}
    </Press>
  );
}

function whatWords({ dishes, allergens }: AwayLine, speech: Speech): string {
  const { t, language } = speech;
  const food = dishes.map((dish) => {
    const name = dishName(dish, language);
    return dish.quantity === 0 ? name : t('away.dish', { quantity: dish.quantity, dish: name });
  });
  return [...allergens.map((one) => allergyAndSeat(speech, one)), ...food].join(', ');
}
