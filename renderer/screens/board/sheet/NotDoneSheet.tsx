import { useCallback } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import type { NotDone } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** What was pressed at this station and not carried out, with the reason, until somebody has read it. */
export function NotDoneSheet() {
  const { t } = useSpeech();
  const port = usePort();
  const { close } = useSheet();
  const list = usePicture(({ notDone }) => notDone);
  const read = () => {
    port.readNotDone(list.map(({ id }) => id));
    close();
  };
  const foot = (
    <Press zone="notDone:read" testId="not-done-read" className={css.place} act={read}>
      {t('notDone.read')}
    </Press>
  );
  return (
    <Sheet title={t('notDone.title')} why={t('notDone.why')} foot={list.length > 0 ? foot : undefined}>
      {list.length === 0 && <p className={css.empty}>{t('notDone.none')}</p>}
      {list.map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </Sheet>
  );
}

function Row({ entry }: { entry: NotDone }) {
  const speech = useSpeech();
  const { t, time, has, language } = speech;
  const dishes = useLook(useCallback((state: State) => dishesOf(entry, state, language), [entry, language]));
  const word = `notDone.press.${entry.command.type.replace('.', '_')}`;
  const what = t(has(word) ? word : 'notDone.press.other');
  return (
    <div className={css.row} data-testid="not-done" data-code={entry.code}>
      <div>
        <p className={css.name}>{entry.title ?? what}</p>
        <p className={css.detail}>
          {entry.title === null ? time(entry.at) : t('notDone.row', { what, time: time(entry.at) })}
          {dishes !== '' && ` · ${dishes}`}
        </p>
        <p className={css.detail}>{t(`rejection.${entry.code}`)}</p>
      </div>
    </div>
  );
}

/** The dishes it named, as far as the ticket is still on a board. */
function dishesOf({ ticket, command }: NotDone, state: State, language: string): string {
  const record = ticket === null ? undefined : state.tickets.get(ticket);
  if (!record || !('portions' in command)) return '';
  const items = new Set<string>(command.portions.map(({ item }) => item));
  return record.items
    .filter(({ id }) => items.has(id))
    .map(({ face }) => dishName(face, language))
    .join(', ');
}
