import { z } from 'zod';

const reportModel = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * Judges a test run by vitest's JSON report and exit code. The last line is always `N passed, N failed`; a file that could
 * not be run counts as one failure, and a run without a single test has failed.
 */
export function judgeTestRun(report: unknown, exitCode: number): { lines: string[]; passed: boolean } {
  const { success, data } = reportModel.safeParse(report);
  if (!success) return { lines: ['The tests ended without a report.', '0 passed, 0 failed'], passed: false };
  const broken = data.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = data.numFailedTests + broken.length;
  const skipped = data.numPendingTests + data.numTodoTests;
  const lines = broken.map(({ name }) => `Could not be run: ${name}`);
  if (skipped > 0) lines.push(`${skipped} skipped`);
  if (data.numPassedTests + failed === 0) lines.push('No test was run.');
  if (exitCode !== 0 && failed === 0)
    lines.push(`The test runner ended with code ${exitCode} although no test failed.`);
  lines.push(`${data.numPassedTests} passed, ${failed} failed`);
  return { lines, passed: exitCode === 0 && failed === 0 && data.numPassedTests > 0 };
}
