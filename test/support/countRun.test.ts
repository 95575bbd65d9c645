import { describe, expect, it } from 'vitest';
import { countRun } from './countRun.ts';

const report = (numbers: Partial<Record<'passed' | 'failed' | 'pending' | 'todo', number>>, unloaded = 0) =>
  JSON.stringify({
    numPassedTests: numbers.passed ?? 0,
    numFailedTests: numbers.failed ?? 0,
    numPendingTests: numbers.pending ?? 0,
    numTodoTests: numbers.todo ?? 0,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      ...Array.from({ length: unloaded }, () => ({ status: 'failed', assertionResults: [] })),
    ],
  });

describe('what npm test counts', () => {
  it.each([
    ['passed and failed tests as they are', report({ passed: 3, failed: 2 }), 1, { passed: 3, failed: 2 }],
    ['a good run', report({ passed: 3 }), 0, { passed: 3, failed: 0 }],
    [
      'skipped and planned tests as failed',
      report({ passed: 3, pending: 1, todo: 1 }),
      0,
      { passed: 3, failed: 2 },
    ],
    ['a file that does not load as failed', report({ passed: 3 }, 1), 1, { passed: 3, failed: 1 }],
    ['an error outside of any test as failed', report({ passed: 3 }), 1, { passed: 3, failed: 1 }],
    ['a killed run as failed', report({ passed: 3 }), null, { passed: 3, failed: 1 }],
    ['a run without tests as failed', report({}), 0, { passed: 0, failed: 1 }],
    ['a run without a report as failed', '', 0, { passed: 0, failed: 1 }],
  ])('%s', (_what, text, exitCode, count) => {
    expect(countRun(text, exitCode)).toEqual(count);
  });
});
