import { useEffect, useState } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { usePicture } from '../../app/portContext.ts';
import { useHouseSpeech } from '../../app/useHouseSpeech.ts';
import { useOwn } from '../../app/useOwn.ts';
import { SpeechProvider, useSpeech } from '../../app/words.ts';
import { deskTheme } from '../../theme/wearTheme.ts';
import { cls } from '../../ui/cls.ts';
import { BookingsSection } from './bookings/BookingsSection.tsx';
import { FileSection } from './FileSection.tsx';
import { FinishSection } from './FinishSection.tsx';
import { firstDraft } from './firstDraft.ts';
import { FloorSection } from './floor/FloorSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { HouseSection } from './HouseSection.tsx';
import { PassSection } from './PassSection.tsx';
import { PrintersSection } from './PrintersSection.tsx';
import { RoutingSection } from './RoutingSection.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ScreensSection } from './ScreensSection.tsx';
import css from './Setup.module.css';
import { SetupLink } from './SetupLink.tsx';
import { SetupModel } from './SetupModel.ts';
import { StationsSection } from './StationsSection.tsx';
import { setupApi } from './setupApi.ts';
import { SetupProvider, useSetupModel, useSetupPicture } from './setupContext.ts';
import { TimesSection } from './TimesSection.tsx';

const SECTIONS = {
  house: HouseSection,
  stations: StationsSection,
  routing: RoutingSection,
  pass: PassSection,
  times: TimesSection,
  floor: FloorSection,
  printers: PrintersSection,
  screens: ScreensSection,
  bookings: BookingsSection,
  history: HistorySection,
  file: FileSection,
  finish: FinishSection,
} as const;
type SectionName = keyof typeof SECTIONS;

/** The short way to a working house; all else has defaults. */
const FIRST_RUN: readonly SectionName[] = ['house', 'stations', 'routing', 'pass', 'screens', 'finish'];
const USUAL: readonly SectionName[] = [
  'house',
  'stations',
  'routing',
  'pass',
  'times',
  'floor',
  'printers',
  'screens',
  'bookings',
  'history',
  'file',
];

/** What a manager sets for the house. Nothing here is in force before SAVE, and everything saved can be taken back. */
export function SetupScreen() {
  const [model] = useState(() => new SetupModel(setupApi));
  const house = usePicture((picture) => picture.config);
  // A change made elsewhere comes down like every other event.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another configuration is a reason to look
  useEffect(() => {
    void model.refresh().then(() => model.edit((draft) => firstDraft(model.get().state, draft)));
  }, [model, house]);
  return (
    <SetupProvider value={model}>
      <Loaded house={house} />
    </SetupProvider>
  );
}

function Loaded({ house }: { house: HouseConfig }) {
  const { draft, trouble, state } = useSetupPicture();
  // The page speaks the language that is being chosen on it.
  const speech = useHouseSpeech(draft ?? house);
  return (
    <SpeechProvider value={speech}>
      {state === null || trouble === 'kept_out' ? <Waiting isKeptOut={trouble === 'kept_out'} /> : <Page />}
    </SpeechProvider>
  );
}

function Waiting({ isKeptOut }: { isKeptOut: boolean }) {
  const { t } = useSpeech();
  const model = useSetupModel();
  const { trouble } = useSetupPicture();
  const theme = deskTheme(useOwn().theme);
  return (
    <div className={css.page} data-theme={theme}>
      <main className={css.main}>
        <div className={css.column}>
          <h1 className={css.title}>{isKeptOut ? t('setup.forbidden') : t('setup.loading')}</h1>
          {isKeptOut && <p className={css.why}>{t('setup.forbiddenWhy')}</p>}
          {trouble !== null && (
            <div>
              <button type="button" className={css.button} onClick={() => void model.refresh()}>
                {t('setup.again')}
              </button>
            </div>
          )}
        </div>
      </main>
    </div>
  );
}

function Page() {
  const { t } = useSpeech();
  const { state, draft } = useSetupPicture();
  const theme = deskTheme(useOwn().theme);
  const [isFirstRun] = useState(state?.isSetUp === false);
  const [name, setName] = useState<SectionName>('house');
  const Section = SECTIONS[name];
  const steps = isFirstRun ? FIRST_RUN : USUAL;
  const more = isFirstRun ? USUAL.filter((section) => !FIRST_RUN.includes(section)) : [];
  const tab = (section: SectionName, step: number | null) => (
    <button
      key={section}
      type="button"
      className={css.tab}
      aria-current={section === name ? 'page' : undefined}
      data-testid={`section-${section}`}
      onClick={() => setName(section)}
    >
      {step !== null && <span>{step}</span>}
      {t(`setup.section.${section}`)}
    </button>
  );
  return (
    <div className={css.page} data-theme={theme}>
      <nav className={css.nav} aria-label={t('setup.title')}>
        <p className={css.house}>{draft?.venue.name}</p>
        <SetupLink />
        {isFirstRun && <p className={css.navHead}>{t('setup.steps')}</p>}
        {steps.map((section, index) => tab(section, isFirstRun ? index + 1 : null))}
        {more.length > 0 && <p className={css.navHead}>{t('setup.more')}</p>}
        {more.map((section) => tab(section, null))}
      </nav>
      {/* A section begins at its top. */}
      <main key={name} className={css.main}>
        <Section />
      </main>
      <SaveBar hasNext={isFirstRun && hasNext(name)}>
        {isFirstRun && (
          <Steps
            name={name}
            onBack={setName}
            // Whoever went elsewhere while it was saved stays there.
            onNext={(next) => setName((now) => (now === name ? next : now))}
          />
        )}
      </SaveBar>
    </div>
  );
}

/** NEXT leads on from every step but the last, where FINISH does. */
function hasNext(name: SectionName): boolean {
  return FIRST_RUN.includes(name);
}

/** The way through the first run; what was changed is saved on the way. */
function Steps(props: {
  name: SectionName;
  onBack: (name: SectionName) => void;
  onNext: (name: SectionName) => void;
}) {
  const { name, onBack, onNext } = props;
  const { t } = useSpeech();
  const model = useSetupModel();
  const { problems, clash, isSaving } = useSetupPicture();
  const at = FIRST_RUN.indexOf(name);
  const before = FIRST_RUN[at - 1];
  const next = at === -1 ? undefined : FIRST_RUN[at + 1];
  const go = async (section: SectionName) => {
    if (await model.save()) onNext(section);
  };
  return (
    <>
      {before !== undefined && (
        <button type="button" className={css.button} onClick={() => onBack(before)}>
          {t('setup.back')}
        </button>
      )}
      {next !== undefined && (
        <button
          type="button"
          className={cls(css.button, css.primary)}
          disabled={problems.length > 0 || clash !== null || isSaving}
          data-testid="next"
          onClick={() => void go(next)}
        >
          {t('setup.next', { section: t(`setup.section.${next}`) })}
        </button>
      )}
    </>
  );
}
