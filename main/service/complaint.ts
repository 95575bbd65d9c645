const FAILED_EXIT = 1;
const USAGE_EXIT = 2;

/** What the person at the keyboard can mend: said in one sentence on stderr, without a stack. */
export class Complaint extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = FAILED_EXIT) {
    super(message);
    this.name = 'Complaint';
    this.exitCode = exitCode;
  }

  static usage(message: string): Complaint {
    return new Complaint(message, USAGE_EXIT);
  }
}
