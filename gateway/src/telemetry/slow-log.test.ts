import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from './logger.js';
import { NO_METRICS } from './metrics.js';
import { RequestObserver } from './request-observer.js';
import { SlowLog } from './slow-log.js';

const PARTS = { metrics: NO_METRICS, tracing: null, watchesFetches: true };

let lines: Record<string, unknown>[];
beforeEach(() => (lines = []));

const logger = createLogger('info', {
  write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
});

/** Considers an operation that took so long and ended at that time. */
function consider(log: SlowLog, document: string, ms: number, endedAt: number, isKnown = true): void {
  const observer = new RequestObserver(PARTS, new IncomingMessage(new Socket()), 'request-1');
  if (isKnown) observer.runs({ name: 'Profile', kind: 'query' }, document);
  observer.readAt = endedAt - ms;
  log.consider(observer, endedAt, () => document);
}

describe('SlowLog', () => {
  test('writes each document once a second and says what it left out', () => {
    const log = new SlowLog(logger, 100);
    consider(log, 'a', 100, 10_000);
    consider(log, 'a', 200, 10_500);
    consider(log, 'b', 300, 10_500);
    consider(log, 'a', 400, 10_999);
    consider(log, 'a', 500, 11_000);
    consider(log, 'a', 600, 12_000);
    expect(lines.map(({ document, ms, notLogged }) => ({ document, ms, notLogged }))).toEqual([
      { document: 'a', ms: 100, notLogged: undefined },
      { document: 'b', ms: 300, notLogged: undefined },
      { document: 'a', ms: 500, notLogged: 2 },
      { document: 'a', ms: 600, notLogged: undefined },
    ]);
  });

  test('writes nothing that is fast, unknown, or not asked for', () => {
    consider(new SlowLog(logger, 100), 'a', 99, 10_000);
    consider(new SlowLog(logger, 100), 'a', 200, 10_000, false);
    consider(new SlowLog(logger, 0), 'a', 9_000, 10_000);
    expect(lines).toEqual([]);
  });
});
