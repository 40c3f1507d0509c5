import { expect, test } from 'vitest';
import { createLogger } from '../telemetry/logger.js';
import { reportFailures } from './report-failures.js';

test('each failure is counted, and a subgraph has at most one line a second for each reason', () => {
  const lines: Record<string, unknown>[] = [];
  const counted: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(JSON.parse(line) as never) });
  let now = 0;
  const report = reportFailures(
    logger,
    { subgraphFailed: (service, reason) => void counted.push(`${service} ${reason}`) },
    () => now,
  );
  for (let failure = 0; failure < 500; failure++) {
    now = failure * 4;
    report('registry', 'refused');
    report('registry', 'certificate');
    if (failure === 0) report('union', 'refused');
  }
  expect(counted).toHaveLength(1_001);
  const said = lines.map(({ msg, subgraph, reason, more }) => [msg, subgraph, reason, more]);
  expect(said).toEqual([
    ['subgraph failed', 'registry', 'refused', undefined],
    ['subgraph failed', 'registry', 'certificate', undefined],
    ['subgraph failed', 'union', 'refused', undefined],
    ['subgraph failed', 'registry', 'refused', 249],
    ['subgraph failed', 'registry', 'certificate', 249],
  ]);
});
