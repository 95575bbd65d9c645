import { memo } from 'react';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { CourseRow } from '../../expo/CourseRow.tsx';
import { SeatHeading } from '../../expo/SeatHeading.tsx';
import type { Block } from '../blocks.ts';
import { Change } from './Change.tsx';
import css from './Line.module.css';
import { LineAllergies, Stop } from './LineAllergies.tsx';
import { LineHead } from './LineHead.tsx';
import { Modifiers } from './Modifiers.tsx';
import { Plated } from './Plated.tsx';
import { Possible } from './Possible.tsx';
import { Question } from './Question.tsx';
import { StationParts } from './StationParts.tsx';
import { Asked, StationNoteRow } from './Talk.tsx';

/** One block of a tile. `data-block` is what the board measures. */
export const BlockRow = memo(function BlockRow({ tile, block }: { tile: TileView; block: Block }) {
  return (
    <div data-block={block.key} className={className(block)}>
      <Content tile={tile} block={block} />
    </div>
  );
});

function className(block: Block): string {
  if (block.kind === 'head') return cls(css.headBlock, !block.keepsWithNext && css.headAlone);
  if (block.kind === 'stop' || block.kind === 'allergy' || block.kind === 'possible')
    return cls(css.wideBlock);
  if (block.line === null || block.kind === 'seat') return cls(block.kind === 'ticketNote' && css.ticketNote);
  return cls(css.block);
}

function Content({ tile, block }: { tile: TileView; block: Block }) {
  const { line, question } = block;
  if (block.kind === 'asked') return <Asked tile={tile} />;
  if (block.kind === 'stationNote') return <StationNoteRow tile={tile} id={block.text} />;
  if (question) return <Question tile={tile} question={question} />;
  if (block.possible) return <Possible tile={tile} possible={block.possible} />;
  if (block.kind === 'ticketNote') return <Note block={block} />;
  if (block.kind === 'course') return <CourseRow tile={tile} number={Number(block.text)} />;
  return line ? <LineContent tile={tile} block={block} line={line} /> : null;
}

function LineContent({ tile, block, line }: { tile: TileView; block: Block; line: LineView }) {
  switch (block.kind) {
    case 'seat':
      return <SeatHeading tile={tile} line={line} />;
    case 'head':
      return <LineHead tile={tile} line={line} isResumed={false} />;
    case 'stop':
      return <Stop tile={tile} line={line} />;
    case 'allergy':
      return <LineAllergies tile={tile} line={line} />;
    case 'plated':
      return <Plated tile={tile} line={line} />;
    case 'change':
      return <Change tile={tile} line={line} />;
    case 'modifiers':
      return <Modifiers modifiers={line.modifiers} />;
    case 'note':
      return <Note block={block} />;
    case 'places':
      return <Places line={line} />;
    default:
      return null;
  }
}

/** Verbatim and never cut; the marks only stand where the note begins and ends. */
function Note({ block }: { block: Block }) {
  return (
    <p className={css.note}>
      {block.isFirstChunk && '“'}
      {block.text}
      {block.isLastChunk && '”'}
    </p>
  );
}

function Places({ line }: { line: LineView }) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      {line.parts.length > 0 && <StationParts line={line} />}
      {line.parts.length === 0 && line.alsoAt.length > 0 && (
        <p className={css.also}>{t('line.alsoAt', { stations: names(line.alsoAt, speech) })}</p>
      )}
      {line.from !== undefined && (
        <p className={css.also} data-testid="from">
          {t(line.from.isWaited ? 'line.fromWaits' : 'line.from', {
            station: speech.stationName(line.from.station),
          })}
        </p>
      )}
      {line.handsTo !== undefined && (
        <p className={css.also}>{t('line.handsTo', { station: speech.stationName(line.handsTo) })}</p>
      )}
      {line.unknownStations.length > 0 && (
        <p className={css.unknown}>
          {t('line.unknownStation', { stations: line.unknownStations.join(', ') })}
        </p>
      )}
    </>
  );
}

const names = (stations: readonly string[], { stationName }: Speech) => stations.map(stationName).join(', ');
