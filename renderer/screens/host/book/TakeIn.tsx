import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import { shiftTimes } from '../../../../shared/config/shiftTimes.ts';
import { QUARTER_MS, quarterOf } from '../../../../shared/domain/model/quarters.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { Typed } from '../../keying/Choices.tsx';
import key from '../../keying/Key.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { AllergyFields } from './AllergyFields.tsx';
import { CoversField } from './CoversField.tsx';
import { Fold } from './Fold.tsx';
import { ConsentOfContact, GuestFields, NoteFields } from './GuestFields.tsx';
import { addCommand, blankDraft, type ChangeDraft, type PartyDraft, usePartyDraft } from './partyDraft.ts';
import { QuoteLine } from './QuoteLine.tsx';
import { TablesField } from './TablesField.tsx';
import { useQuote } from './useQuote.ts';
import { WhenField } from './WhenField.tsx';
import { whenReceived } from './whenReceived.ts';

const STEP_MINUTES = 5;

/** + WALK-IN and + BOOKING: covers by one press, all else may be left out. */
export function TakeIn({ as }: { as: 'walk_in' | 'reservation' }) {
  return as === 'walk_in' ? <WalkIn /> : <Booking />;
}

/** Sends it, and takes who came in hand: SEAT is the next press. Refused, it stands keyed when the sheet is opened again. */
function useTakeIn(draft: PartyDraft, change: ChangeDraft, clear: () => void) {
  const port = usePort();
  const { send, select, close } = useDesk();
  return (kind: 'walk_in' | 'waitlist' | 'reservation', facts: Partial<PartyDraft> = {}) => {
    clear();
    close();
    send(
      addCommand(kind, { ...draft, ...facts }),
      () => change(draft),
      (settled) => {
        if (settled.state === 'decided') whenReceived(port, settled.seq, (party) => select({ party }));
      },
    );
  };
}

function WalkIn() {
  const { t } = useSpeech();
  const { draft, change, clear } = usePartyDraft('walk_in', blankDraft);
  const take = useTakeIn(draft, change, clear);
  const { covers } = draft;
  const quote = useQuote({ covers, durationMinutes: null, id: null });
  const quoted = draft.quotedMinutes ?? quote?.minutes ?? null;
  const by = (minutes: number) => change({ quotedMinutes: Math.max(STEP_MINUTES, (quoted ?? 0) + minutes) });
  return (
    <HostSheet
      title={t('host.wait.walkIn')}
      foot={
        <>
          <Press
            zone="take:table"
            testId="take-table"
            className={cls(sheet.place, quote?.minutes === 0 && sheet.main)}
            act={() => take('walk_in', { quotedMinutes: null })}
          >
            {t('host.wait.toTable')}
          </Press>
          <Press
            zone="take:waitlist"
            testId="take-waitlist"
            className={cls(sheet.place, quote?.minutes !== 0 && sheet.main)}
            act={() => take('waitlist', { quotedMinutes: quoted === 0 ? null : quoted })}
          >
            {quoted === null || quoted === 0
              ? t('host.wait.toWaitlist')
              : t('host.wait.toWaitlistOf', { count: quoted })}
          </Press>
        </>
      }
    >
      <CoversField draft={draft} change={change} />
      <section className={sheet.section}>
        <QuoteLine quote={quote} covers={covers} />
        <div className={cls(sheet.choices, sheet.buttons)}>
          <Press zone="quote:less" className={sheet.button} act={() => by(-STEP_MINUTES)}>
            {t('host.wait.less')}
          </Press>
          <Press zone="quote:more" testId="quote-more" className={sheet.button} act={() => by(STEP_MINUTES)}>
            {t('host.wait.more')}
          </Press>
        </div>
      </section>
      <section className={sheet.section}>
        <Typed
          name="name"
          title={t('host.book.name')}
          className={key.typed}
          value={draft.name}
          onTyped={(name) => change({ name })}
        />
        <Typed
          name="phone"
          kind="tel"
          title={t('host.book.phone')}
          className={key.typed}
          value={draft.phone}
          onTyped={(phone) => change({ phone })}
        />
        <ConsentOfContact draft={draft} change={change} />
      </section>
      <Allergies draft={draft} change={change} />
      <Fold name="notes" title={t('host.book.notes')} said={draft.kitchenNotes || draft.guestNotes || '–'}>
        <NoteFields draft={draft} change={change} />
      </Fold>
    </HostSheet>
  );
}

function Booking() {
  const { t } = useSpeech();
  const port = usePort();
  const config = usePicture((picture) => picture.config);
  const { draft, change, clear } = usePartyDraft('reservation', {
    ...blankDraft,
    at: usualTime(config, port.now()),
  });
  const take = useTakeIn(draft, change, clear);
  const isNamed = draft.name.trim() !== '';
  return (
    <HostSheet
      title={t('host.wait.booking')}
      foot={
        <Press
          zone="take:book"
          testId="take-book"
          className={cls(sheet.place, isNamed && sheet.main)}
          isBlocked={!isNamed}
          act={() => {
            if (isNamed) take('reservation');
          }}
        >
          {t(isNamed ? 'host.wait.book' : 'host.wait.bookName')}
        </Press>
      }
    >
      <CoversField draft={draft} change={change} />
      <WhenField at={draft.at ?? port.now()} onAt={(at) => change({ at })} />
      <GuestFields draft={draft} change={change} />
      <Allergies draft={draft} change={change} />
      <Fold name="where" title={t('host.book.where')} said={draft.tables.join(' + ') || '–'}>
        <TablesField draft={draft} change={change} />
      </Fold>
      <Fold name="notes" title={t('host.book.notes')} said={draft.kitchenNotes || draft.guestNotes || '–'}>
        <NoteFields draft={draft} change={change} />
      </Fold>
    </HostSheet>
  );
}

function Allergies({ draft, change }: Parameters<typeof AllergyFields>[0]) {
  const { t } = useSpeech();
  const count = draft.allergies.length;
  return (
    <Fold
      name="allergies"
      title={t('host.book.allergies')}
      said={t(count === 0 ? 'host.book.allergyNone' : 'host.book.allergyCount', { count })}
    >
      <AllergyFields draft={draft} change={change} />
    </Fold>
  );
}

/** The next quarter of an hour of the shift that is, or the begin of the next. */
function usualTime(config: HouseConfig, now: number): number {
  const next = quarterOf(now) + QUARTER_MS;
  return Math.max(next, shiftTimes(config, now)?.from ?? next);
}
