import type { SetupTestPrint } from '../../shared/protocol/setup.ts';
import type { Translate } from './words.ts';

/** Where a test slip stands. `unreachable`: the service itself did not answer. */
export type TestPrintSaid = SetupTestPrint['outcome'] | 'testing' | 'unreachable';

/** `silent`: key of what is said where the service did not answer. */
export function testPrintWords(said: TestPrintSaid, t: Translate, silent: string): string {
  if (said === 'testing') return t('setup.printers.testing');
  return said === 'unreachable' ? t(silent) : t(`setup.printers.tested.${said}`);
}
