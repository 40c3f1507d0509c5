import { describe, expect, it } from 'vitest';

import { judgeTestRun } from './test-verdict.js';

function report(numbers: { passed?: number; failed?: number; skipped?: number; broken?: string[] }) {
  return {
    numPassedTests: numbers.passed ?? 0,
    numFailedTests: numbers.failed ?? 0,
    numPendingTests: numbers.skipped ?? 0,
    numTodoTests: 0,
    testResults: (numbers.broken ?? []).map((name) => ({ name, status: 'failed', assertionResults: [] })),
  };
}

describe('judgeTestRun', () => {
  it('passes when tests ran and none failed', () => {
    expect(judgeTestRun(report({ passed: 3 }), 0)).toEqual({ lines: ['3 passed, 0 failed'], passed: true });
  });

  it.each([
    ['a failed test', report({ passed: 3, failed: 1 }), 1, '3 passed, 1 failed'],
    ['a file that could not be run', report({ passed: 3, broken: ['a.test.ts'] }), 1, '3 passed, 1 failed'],
    ['no test at all', report({}), 0, '0 passed, 0 failed'],
    ['only skipped tests', report({ skipped: 2 }), 0, '0 passed, 0 failed'],
    ['an error outside the tests', report({ passed: 3 }), 1, '3 passed, 0 failed'],
    ['a missing report', null, 0, '0 passed, 0 failed'],
  ])('fails with %s', (_case, given, exitCode, lastLine) => {
    const verdict = judgeTestRun(given, exitCode);
    expect(verdict.passed).toBe(false);
    expect(verdict.lines.at(-1)).toBe(lastLine);
  });
});
