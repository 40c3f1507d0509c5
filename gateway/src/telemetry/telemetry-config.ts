import { z } from 'zod';
import { httpUrl, milliseconds, onOff, port } from '../options/value-forms.js';

/** The section about metrics, traces and the log of slow operations. */
export const telemetrySchema = z.strictObject({
  /** Whether clients may ask for a trace of the fetches with the header `birlik-trace: 1`. */
  traceHeader: onOff(false),
  /** The metrics for Prometheus have a listener of their own, so that they never stand on a public port by accident. */
  metrics: z
    .strictObject({
      /** 0: any free port; null: there are no metrics. */
      port: port.nullable().default(null),
      host: z.string().min(1).default('127.0.0.1'),
      path: z
        .string()
        .regex(/^\/[\w./-]*$/, 'must be a plain path such as /metrics')
        .default('/metrics'),
    })
    .prefault({}),
  traces: z
    .strictObject({
      /** The address of an OpenTelemetry collector, to which `/v1/traces` is added; null: no spans are made. */
      endpoint: httpUrl.nullable().default(null),
      /** The share of requests to trace among those whose caller has not decided. */
      sampleRatio: z.coerce.number().min(0).max(1).default(1),
      serviceName: z.string().min(1).max(100).default('gateway'),
    })
    .prefault({}),
  /** Operations that take longer are logged with their fetches; 0: none. */
  slowMs: milliseconds(1_000, { least: 0 }),
});

export type TelemetryConfig = z.output<typeof telemetrySchema>;
