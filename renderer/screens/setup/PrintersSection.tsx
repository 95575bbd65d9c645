import { useState } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { hubPrinters } from '../../../shared/config/printersFor.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { NumberField, SelectField, TextField } from './fields.tsx';
import { PrinterCard } from './PrinterCard.tsx';
import { addPrinter, type PrinterRemoval, removePrinter } from './printerEdits.ts';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const NOBODY = '';
const MAX_MINUTES = 600;

interface Removed extends PrinterRemoval {
  readonly name: string;
  readonly before: HouseConfig;
}

export function PrintersSection() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const [newName, setNewName] = useState('');
  const [removed, setRemoved] = useState<Removed | null>(null);
  const { printers } = draft;
  const add = () => {
    if (newName.trim() === '') return;
    edit((config) => addPrinter(config, newName.trim()));
    setNewName('');
  };
  const remove = (id: string, name: string) => {
    const removal = removePrinter(draft, id);
    setRemoved({ ...removal, name, before: draft });
    edit(() => removal.config);
  };
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.printers.title')}</h1>
      <p className={css.why}>{t('setup.printers.why')}</p>
      {removed !== null && (
        <RemovedNote
          removed={removed}
          // Only while nothing else was changed since: otherwise DISCARD is the way back.
          onUndo={draft === removed.config ? () => edit(() => removed.before) : null}
          onGone={() => setRemoved(null)}
        />
      )}
      {printers.length > 0 && <HouseCard />}
      {printers.length === 0 && <p className={css.quiet}>{t('setup.printers.none')}</p>}
      {printers.map((printer) => (
        <PrinterCard key={printer.id} printer={printer} onRemove={() => remove(printer.id, printer.name)} />
      ))}
      <form
        className={cls(css.card, css.row, css.ends)}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className={css.grow}>
          <TextField
            label={t('setup.printers.newName')}
            value={newName}
            maxLength={40}
            testId="new-printer"
            onChange={setNewName}
          />
        </div>
        <button
          type="submit"
          className={cls(css.button, css.primary)}
          disabled={newName.trim() === ''}
          data-testid="add-printer"
        >
          {t('setup.add')}
        </button>
      </form>
    </div>
  );
}

/** What holds where a station says nothing of its own. */
function HouseCard() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { paper } = draft;
  const printers = hubPrinters(draft);
  const change = (part: Partial<HouseConfig['paper']>) =>
    edit((config) => ({ ...config, paper: { ...config.paper, ...part } }));
  return (
    <section className={css.card} aria-label={t('setup.printers.house')}>
      <h2 className={css.subtitle}>{t('setup.printers.house')}</h2>
      <SelectField
        label={t('setup.printers.housePrinter')}
        value={paper.printer ?? NOBODY}
        options={[
          { value: NOBODY, label: t('setup.printers.noHousePrinter') },
          ...printers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        testId="house-printer"
        onChange={(id) => change({ printer: id === NOBODY ? null : id })}
      />
      <NumberField
        label={t('setup.printers.maxAge')}
        unit={t('setup.minutes')}
        value={paper.maxAgeMinutes}
        min={1}
        max={MAX_MINUTES}
        onChange={(maxAgeMinutes) => change({ maxAgeMinutes })}
      />
      <p className={css.quiet}>{t('setup.printers.maxAgeWhy')}</p>
    </section>
  );
}

function RemovedNote(props: { removed: Removed; onUndo: (() => void) | null; onGone: () => void }) {
  const { t } = useSpeech();
  const { name, stations, heir } = props.removed;
  const { onUndo, onGone } = props;
  const names = stations.join(', ');
  return (
    <div className={cls(css.note, css.row, css.spread)} role="status">
      <span>
        {t('setup.printers.removed', { name })}{' '}
        {names !== '' &&
          (heir === null
            ? t('setup.printers.removedNone', { stations: names })
            : t('setup.printers.removedHouse', { stations: names, printer: heir }))}
      </span>
      {onUndo !== null && (
        <button
          type="button"
          className={css.button}
          onClick={() => {
            onUndo();
            onGone();
          }}
        >
          {t('setup.printers.undoRemove', { name })}
        </button>
      )}
    </div>
  );
}
