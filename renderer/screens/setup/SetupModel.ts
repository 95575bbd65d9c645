import { checkConfig, readConfig } from '../../../shared/config/checkConfig.ts';
import type { ConfigChange } from '../../../shared/config/configChange.ts';
import { changesBetween } from '../../../shared/config/configChanges.ts';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { SetupProblem, SetupState } from '../../../shared/protocol/setup.ts';
import { mergeConfig } from './mergeConfig.ts';
import type { Answer, SetupApi } from './setupApi.ts';

export interface SetupPicture {
  /** As the hub has it; null until it has answered. */
  readonly state: SetupState | null;
  /** As the person wants it. */
  readonly draft: HouseConfig | null;
  readonly changes: readonly ConfigChange[];
  readonly problems: readonly SetupProblem[];
  readonly warnings: readonly SetupProblem[];
  readonly trouble: 'unreachable' | 'kept_out' | 'refused' | null;
  readonly isSaving: boolean;
  /** What the last saving made, until something else happens. */
  readonly saved: { readonly version: number; readonly before: number } | null;
  /** Somebody else saved while this person was changing things. */
  readonly clash: { readonly theirs: SetupState; readonly changes: readonly ConfigChange[] } | null;
}

const NOTHING: SetupPicture = {
  state: null,
  draft: null,
  changes: [],
  problems: [],
  warnings: [],
  trouble: null,
  isSaving: false,
  saved: null,
  clash: null,
};

/** What is being changed in /setup: a draft on top of the hub's version, until it is saved or dropped. Nothing typed is lost by somebody else's saving. */
export class SetupModel {
  private readonly api: SetupApi;
  private picture = NOTHING;
  private readonly listeners = new Set<() => void>();

  constructor(api: SetupApi) {
    this.api = api;
  }

  get = (): SetupPicture => this.picture;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Fetches what is in force. A draft stays; when it rests on an older version, that is a clash. */
  async refresh(): Promise<void> {
    const answer = await this.api.state();
    if (!answer.ok) return this.tell({ trouble: answer.why });
    const { state, draft, changes } = this.picture;
    const theirs = answer.value;
    if (state === null || draft === null || changes.length === 0) {
      this.tell({ state: theirs, trouble: null, clash: null, ...this.judged(theirs, theirs.config) });
    } else if (theirs.version === state.version) {
      this.tell({ state: theirs, trouble: null });
    } else {
      this.rebase(state, draft, theirs);
    }
  }

  edit(change: (draft: HouseConfig) => HouseConfig): void {
    const { state, draft } = this.picture;
    if (state === null || draft === null) return;
    const next = change(draft);
    if (next !== draft) this.tell({ saved: null, ...this.judged(state, next) });
  }

  discard(): void {
    const { state } = this.picture;
    if (state !== null) this.tell({ saved: null, ...this.judged(state, state.config) });
  }

  /** True when what is on the page is in force. */
  async save(): Promise<boolean> {
    const { state, draft, changes, problems, clash } = this.picture;
    if (state === null || draft === null || problems.length > 0 || clash !== null) return false;
    if (changes.length === 0) return true;
    return await this.put(() => this.api.put(state.version, draft));
  }

  /** Back to what a version said, as a new one. Only while nothing waits to be saved. */
  async undo(to: number): Promise<boolean> {
    const { state, changes } = this.picture;
    if (state === null || changes.length > 0) return false;
    return await this.put(() => this.api.undo(state.version, to));
  }

  /** Only while nothing waits to be saved, like every change of the whole. */
  async import(document: unknown): Promise<boolean> {
    const { state, changes } = this.picture;
    if (state === null || changes.length > 0) return false;
    return await this.put(() => this.api.import(state.version, document));
  }

  takeTheirs(): void {
    const { clash } = this.picture;
    if (clash === null) return;
    this.tell({ state: clash.theirs, clash: null, ...this.judged(clash.theirs, clash.theirs.config) });
  }

  keepMine(): void {
    const { state, draft, clash } = this.picture;
    if (clash === null || state === null || draft === null) return;
    const both = mergeConfig(state.config, draft, clash.theirs.config);
    this.tell({ state: clash.theirs, clash: null, ...this.judged(clash.theirs, both) });
  }

  private async put(send: () => ReturnType<SetupApi['put']>): Promise<boolean> {
    const before = this.picture.state?.version ?? 0;
    this.tell({ isSaving: true, saved: null });
    const answer = await send();
    this.tell({ isSaving: false });
    if (!answer.ok) return this.failed(answer);
    const saved = answer.value;
    switch (saved.state) {
      case 'saved': {
        await this.takeOver();
        this.tell({ saved: { version: saved.version, before } });
        return true;
      }
      case 'changed':
        await this.refresh();
        return false;
      case 'refused':
        this.tell({ problems: saved.problems });
        return false;
      default:
        return saved satisfies never;
    }
  }

  private failed(answer: Exclude<Answer<unknown>, { ok: true }>): false {
    this.tell({ trouble: answer.why });
    return false;
  }

  /** What is in force now is what was just saved: the draft is over. */
  private async takeOver(): Promise<void> {
    const answer = await this.api.state();
    if (!answer.ok) return this.tell({ trouble: answer.why });
    const state = answer.value;
    this.tell({ state, trouble: null, clash: null, ...this.judged(state, state.config) });
  }

  /** A POS's menu is in nobody's way; a person's change is told. */
  private rebase(state: SetupState, draft: HouseConfig, theirs: SetupState): void {
    const changes = changesBetween({ ...state.config, posMenus: {} }, { ...theirs.config, posMenus: {} });
    if (changes.length > 0) {
      this.tell({ trouble: null, clash: { theirs, changes } });
      return;
    }
    const same = { ...draft, posMenus: theirs.config.posMenus };
    this.tell({ state: theirs, trouble: null, clash: null, ...this.judged(theirs, same) });
  }

  private judged(state: SetupState, draft: HouseConfig) {
    const found = problemsOf(draft);
    return {
      draft,
      changes: changesBetween(state.config, draft),
      problems: found.filter(({ isWarning }) => isWarning !== true),
      warnings: found.filter(({ isWarning }) => isWarning === true),
    };
  }

  private tell(change: Partial<SetupPicture>): void {
    this.picture = { ...this.picture, ...change };
    for (const listener of this.listeners) listener();
  }
}

function problemsOf(draft: HouseConfig): SetupProblem[] {
  const read = readConfig(draft);
  if (read.ok) return checkConfig(read.config);
  return read.problems.map((problem) => sayMissing(problem, draft));
}

/** What a person simply has not typed yet is said as that, and not in a schema's words. */
function sayMissing(problem: SetupProblem, { printers }: HouseConfig): SetupProblem {
  const [list, at, field] = problem.path.split('.');
  if (list === 'printers' && field === 'link')
    return { ...problem, code: 'no_link', values: { name: printers[Number(at)]?.name ?? '' } };
  return problem.path.endsWith('.name') ? { ...problem, code: 'no_name' } : problem;
}
