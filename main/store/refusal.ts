/** Why the service will not start on this folder; each has one thing a person can do about it. */
export type RefusalCode =
  | 'node_too_old'
  | 'folder_owned'
  | 'folder_unusable'
  | 'no_data'
  | 'file_too_new'
  | 'file_damaged'
  | 'other_site'
  | 'restore_unfinished'
  | 'not_standby'
  | 'other_build'
  | 'key_missing'
  | 'key_wrong';

/** The data cannot be read where a start must read it. Noted like any fault, so that the third start shows the last good board. */
export class DataFault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'DataFault';
  }
}

/** Said to the person at the keyboard in one sentence, without a stack; never counted as a crash. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
