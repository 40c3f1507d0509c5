import { expect, test } from 'vitest';
import { createLogger } from '../telemetry/logger.js';
import { OutageLog } from './outage-log.js';

test('an outage is said once, its end too, and the address of Redis never', () => {
  const lines: string[] = [];
  const log = new OutageLog('the cache', createLogger('info', { write: (line: string) => void lines.push(line) }));
  log.recovered();
  for (let index = 0; index < 3; index++) log.failed(new Error('connect ECONNREFUSED redis://:secret@127.0.0.1:6379'));
  log.recovered();
  log.recovered();
  log.failed(new Error('Command timed out'));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ level: 40, msg: 'the cache cannot be reached', reason: 'Error' }),
    expect.objectContaining({ level: 30, msg: 'the cache can be reached again' }),
    expect.objectContaining({ level: 40, msg: 'the cache cannot be reached', reason: 'timeout' }),
  ]);
  expect(lines.join('')).not.toContain('secret');
});
