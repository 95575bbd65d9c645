import { z } from 'zod';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest's JSON reporter writes, as far as it is counted. */
const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * Counts a run of vitest from its JSON report and its exit code (null when it was killed). Nothing may look green that
 * is not: a skipped test counts as failed, and so does a file that does not load, a run without a single test, a run
 * without a report, and one that ends badly without saying which test failed.
 */
export function countRun(report: string, exitCode: number | null): Count {
  const counted = countReport(report);
  const isBad = exitCode !== 0 || counted.passed + counted.failed === 0;
  return isBad && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function countReport(text: string): Count {
  if (text === '') return { passed: 0, failed: 0 };
  const report = VitestReport.parse(JSON.parse(text));
  const unloaded = report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0);
  const notRun = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + notRun + unloaded.length };
}
