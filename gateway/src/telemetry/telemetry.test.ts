import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { completeConfig, readConfig } from '../config/config.js';
import { createLogger } from './logger.js';
import { createTelemetry } from './telemetry.js';

const DEFAULTS = {
  traceHeader: false,
  metrics: { port: null, host: '127.0.0.1', path: '/metrics' },
  traces: { endpoint: null, sampleRatio: 1, serviceName: 'gateway' },
  slowMs: 1_000,
};

test('a defect is logged by kind and place, without its message', async () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  const telemetry = await createTelemetry(DEFAULTS, logger);
  const observer = telemetry.begin(new IncomingMessage(new Socket()), 'request-1');
  const cause = new TypeError('Cannot read properties of undefined (reading "canary")');
  telemetry.end(observer, 500, { code: 'INTERNAL_SERVER_ERROR', cause });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    msg: 'request failed',
    request: 'request-1',
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    cause: { type: 'TypeError', stack: expect.arrayContaining([expect.stringContaining('telemetry.test.ts')]) },
  });
  expect(lines[0]).not.toContain('canary');
});

test('metrics and traces are off unless they are asked for', () => {
  expect(completeConfig({ supergraph: { file: 'a' } }).telemetry).toMatchObject(DEFAULTS);
});

test('the environment can turn them on', () => {
  const environment = { METRICS_PORT: '9464', SLOW_MS: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
  expect(readConfig(['--supergraph', 'a'], environment).config.telemetry).toMatchObject({
    metrics: { port: 9464, host: '127.0.0.1' },
    traces: { endpoint: 'http://collector:4318' },
    slowMs: 0,
  });
});
