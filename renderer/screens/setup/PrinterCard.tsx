import type { PrinterConfig, PrinterLinkConfig } from '../../../shared/config/printers.ts';
import { hubPrinters } from '../../../shared/config/printersFor.ts';
import { languageName, useLanguages } from '../../app/useLanguages.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Choice, NumberField, SelectField, TextField } from './fields.tsx';
import { PrinterExample } from './PrinterExample.tsx';
import { attachPrinter, changePrinter, emptyLink, sayAnswers, stationsAt } from './printerEdits.ts';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';
import { TestPrint } from './TestPrint.tsx';

const NOBODY = '';
const USUAL = '';
const YES = 'yes';
const NO = 'no';
const MAX_PORT = 65_535;

export function PrinterCard({ printer, onRemove }: { printer: PrinterConfig; onRemove: () => void }) {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { id, name, model, width, language, failover, canAnswer } = printer;
  const languages = useLanguages();
  const change = (part: Partial<PrinterConfig>) => edit((config) => changePrinter(config, id, part));
  const others = hubPrinters(draft).filter((other) => other.id !== id);
  const stations = stationsAt(draft, id).join(', ');
  const device = draft.stations.find((one) => one.id === printer.station)?.name ?? null;
  return (
    <section className={css.card} aria-label={name} data-testid="printer" data-printer={id}>
      <div className={cls(css.row, css.ends)}>
        <div className={css.grow}>
          <TextField
            label={t('setup.printers.name')}
            value={name}
            maxLength={40}
            isWrong={name.trim() === ''}
            testId="printer-name"
            onChange={(next) => change({ name: next })}
          />
        </div>
        <button
          type="button"
          className={css.button}
          aria-label={`${t('setup.remove')}: ${name}`}
          data-testid="remove-printer"
          onClick={onRemove}
        >
          {t('setup.remove')}
        </button>
      </div>
      <p className={css.quiet}>
        {device !== null
          ? t('setup.printers.printsAtDevice', { station: device })
          : stations === ''
            ? t('setup.printers.printsForNobody')
            : t('setup.printers.printsFor', { stations })}
      </p>
      <SelectField
        label={t('setup.printers.hangsAt')}
        value={printer.station ?? NOBODY}
        options={[
          { value: NOBODY, label: t('setup.printers.atHub') },
          ...draft.stations.map((one) => ({
            value: one.id,
            label: t('setup.printers.atDevice', { station: one.name }),
          })),
        ]}
        testId="printer-station"
        onChange={(next) => edit((config) => attachPrinter(config, id, next === NOBODY ? null : next))}
      />
      <LinkFields link={printer.link} onChange={(link) => change({ link })} />
      <div className={css.two}>
        <Choice
          label={t('setup.printers.model')}
          value={model}
          options={[
            { value: 'epson', label: t('setup.printers.epson') },
            { value: 'star', label: t('setup.printers.star') },
          ]}
          onChange={(next) => change({ model: next })}
        />
        <Choice
          label={t('setup.printers.width')}
          value={width === 58 ? '58' : '80'}
          options={[
            { value: '80', label: '80 mm' },
            { value: '58', label: '58 mm' },
          ]}
          onChange={(next) => change({ width: next === '58' ? 58 : 80 })}
        />
        <SelectField
          label={t('setup.printers.language')}
          value={language ?? NOBODY}
          options={[
            {
              value: NOBODY,
              label: t('setup.printers.houseLanguage', {
                language: languageName(languages, draft.venue.language),
              }),
            },
            ...languages.languages.map((one) => ({ value: one.language, label: one.name })),
          ]}
          onChange={(next) => change({ language: next === NOBODY ? null : next })}
        />
        <SelectField
          label={t('setup.printers.answers')}
          value={canAnswer === undefined ? USUAL : canAnswer ? YES : NO}
          options={[
            { value: USUAL, label: t('setup.printers.answersUsual') },
            { value: YES, label: t('setup.printers.answersYes') },
            { value: NO, label: t('setup.printers.answersNo') },
          ]}
          onChange={(said) => edit((config) => sayAnswers(config, id, said === USUAL ? null : said === YES))}
        />
        {device === null && (
          <SelectField
            label={t('setup.printers.failover')}
            value={failover ?? NOBODY}
            options={[
              { value: NOBODY, label: t('setup.printers.nobody') },
              ...others.map((other) => ({ value: other.id, label: other.name })),
            ]}
            testId="printer-failover"
            onChange={(next) => change({ failover: next === NOBODY ? null : next })}
          />
        )}
      </div>
      {device === null ? (
        <TestPrint printer={printer} />
      ) : (
        <p className={css.quiet}>{t('setup.printers.testAtDevice', { station: device })}</p>
      )}
      <PrinterExample printer={printer} />
    </section>
  );
}

function LinkFields({
  link,
  onChange,
}: {
  link: PrinterLinkConfig;
  onChange: (link: PrinterLinkConfig) => void;
}) {
  const { t } = useSpeech();
  return (
    <>
      <Choice
        label={t('setup.printers.link')}
        value={link.kind}
        options={[
          { value: 'network', label: t('setup.printers.network') },
          { value: 'device', label: t('setup.printers.device') },
          { value: 'queue', label: t('setup.printers.queue') },
        ]}
        onChange={(kind) => onChange(emptyLink(kind))}
      />
      {link.kind === 'network' && (
        <div className={cls(css.row, css.tops)}>
          <div className={css.grow}>
            <TextField
              label={t('setup.printers.host')}
              why={t('setup.printers.hostWhy')}
              value={link.host}
              maxLength={253}
              isWrong={link.host.trim() === ''}
              testId="printer-host"
              onChange={(host) => onChange({ ...link, host: host.trim() })}
            />
          </div>
          <NumberField
            label={t('setup.printers.port')}
            unit=""
            value={link.port}
            min={1}
            max={MAX_PORT}
            onChange={(port) => onChange({ ...link, port: Math.round(port) })}
          />
        </div>
      )}
      {link.kind === 'device' && (
        <TextField
          label={t('setup.printers.path')}
          why={t('setup.printers.pathWhy')}
          value={link.path}
          maxLength={1000}
          isWrong={link.path.trim() === ''}
          testId="printer-path"
          onChange={(path) => onChange({ ...link, path: path.trim() })}
        />
      )}
      {link.kind === 'queue' && (
        <TextField
          label={t('setup.printers.queueName')}
          why={t('setup.printers.queueWhy')}
          value={link.name}
          maxLength={200}
          isWrong={link.name.trim() === ''}
          testId="printer-queue"
          onChange={(name) => onChange({ ...link, name: name.trim() })}
        />
      )}
    </>
  );
}
