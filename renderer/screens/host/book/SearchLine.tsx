import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import css from './PartyList.module.css';

/** One printable character, which begins a search wherever it is typed. A space presses what has the focus. */
const BEGINS = /^[\p{L}\p{N}+]$/u;

/** SEARCH: a host has the telephone at one ear and types the name with the other hand, wherever the focus is. Escape empties it. */
export function SearchLine({ typed, onTyped }: { typed: string; onTyped: (typed: string) => void }) {
  const { t } = useSpeech();
  const { sheet: open } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [isNumber, setNumber] = useState(false);
  const isCovered = open !== null;
  useEffect(() => {
    const begin = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (isElsewhere || isCovered || event.ctrlKey || event.metaKey || event.altKey) return;
      // The letter itself goes where the focus is when it is written.
      if (BEGINS.test(event.key)) field.current?.focus();
    };
    window.addEventListener('keydown', begin);
    return () => window.removeEventListener('keydown', begin);
  }, [isCovered]);
  const empty = () => {
    onTyped('');
    field.current?.blur();
  };
  return (
    <div className={css.search}>
      <input
        ref={field}
        className={css.typed}
        type="search"
        inputMode={isNumber ? 'tel' : 'search'}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('host.book.search')}
        placeholder={t('host.book.searchHint')}
        data-testid="search"
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') empty();
        }}
      />
      {typed === '' ? (
        <Press
          zone="search:keys"
          className={sheet.button}
          hint={t(isNumber ? 'host.book.letters' : 'host.book.digits')}
          act={() => {
            setNumber(!isNumber);
            field.current?.focus();
          }}
        >
          {isNumber ? 'ABC' : '123'}
        </Press>
      ) : (
        <Press zone="search:empty" testId="search-empty" className={sheet.button} act={empty}>
          {t('host.book.searchEmpty')}
        </Press>
      )}
    </div>
  );
}
